import {
  Award,
  Bell,
  BellRing,
  BookOpen,
  BriefcaseBusiness,
  Building2,
  ClipboardCheck,
  ClipboardPen,
  Contact,
  FileCheck,
  FileSearch,
  Gavel,
  GraduationCap,
  House,
  LayoutDashboard,
  ListChecks,
  Network,
  PenLine,
  SearchCheck,
  ShieldCheck,
  Users,
  type LucideIcon,
} from "lucide-react";

export interface NavigationItem {
  label: string;
  to: string;
  icon: LucideIcon;
  /** Current only on this very page, not on the pages below it. */
  exact?: boolean;
  /** Beside it stands how many notifications are unread. */
  counted?: boolean;
}

export interface NavigationSection {
  title: string;
  /** Shown to people who hold this access; everyone learns. */
  access: string | null;
  items: readonly NavigationItem[];
}

const CERTIFICATES_TO_CHECK: NavigationItem = {
  label: "Certificates to check",
  to: "/external-certificates",
  icon: FileCheck,
  exact: true,
};

const sections: readonly NavigationSection[] = [
  {
    title: "Learn",
    access: null,
    items: [
      { label: "Home", to: "/", icon: House, exact: true },
      { label: "Courses", to: "/courses", icon: BookOpen },
      { label: "Tests", to: "/assessments", icon: ClipboardCheck },
      { label: "Certificates", to: "/certificates", icon: Award },
      { label: "Notifications", to: "/notifications", icon: Bell, counted: true },
    ],
  },
  {
    title: "Team",
    access: "manager",
    items: [
      { label: "Team", to: "/team", icon: Users },
      { label: "Curriculum", to: "/curriculum", icon: GraduationCap },
      { label: "Coverage", to: "/coverage", icon: ShieldCheck },
      { label: "Sign-offs", to: "/sign-offs", icon: ClipboardPen },
      CERTIFICATES_TO_CHECK,
      { label: "Studio", to: "/studio", icon: PenLine },
      { label: "Test office", to: "/test-office", icon: ListChecks },
      { label: "Decisions", to: "/decisions", icon: Gavel },
    ],
  },
  {
    title: "Audit",
    access: "auditor",
    items: [
      { label: "Audit", to: "/audit", icon: SearchCheck, exact: true },
      { label: "Coverage", to: "/coverage", icon: ShieldCheck },
      { label: "Records", to: "/audit/records", icon: FileSearch },
      { label: "Ledger", to: "/audit/ledger", icon: Network },
      { label: "Curriculum", to: "/curriculum", icon: GraduationCap },
    ],
  },
  {
    title: "Admin",
    access: "admin",
    items: [
      { label: "Overview", to: "/admin", icon: LayoutDashboard, exact: true },
      { label: "People", to: "/admin/people", icon: Contact },
      { label: "Coverage", to: "/coverage", icon: ShieldCheck },
      { label: "Organisation", to: "/admin/organisation", icon: Building2 },
      { label: "Job roles", to: "/admin/job-roles", icon: BriefcaseBusiness },
      { label: "Curriculum", to: "/curriculum", icon: GraduationCap },
      { label: "Reminders", to: "/admin/reminders", icon: BellRing },
      { label: "Records", to: "/audit/records", icon: FileSearch },
      { label: "Sign-offs", to: "/sign-offs", icon: ClipboardPen },
      CERTIFICATES_TO_CHECK,
      { label: "Test office", to: "/test-office", icon: ListChecks },
      { label: "Decisions", to: "/decisions", icon: Gavel },
    ],
  },
];

export function navigationFor(access: readonly string[]): NavigationSection[] {
  return sections.filter((section) => section.access === null || access.includes(section.access));
}
