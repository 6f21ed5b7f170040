import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "~/ui/class-names";
import { Page } from "~/ui/page";

interface OfficeFrameProps {
  title: string;
  lead?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: { label: string; to: string }[];
  width?: "wide" | "full";
  children: ReactNode;
}

const places = [
  { to: "/test-office", label: "Tests", end: true },
  { to: "/test-office/marking", label: "Marking" },
  { to: "/test-office/appeals", label: "Appeals" },
  { to: "/test-office/rooms", label: "Rooms" },
  { to: "/test-office/banks", label: "Question banks" },
];

const look = ({ isActive }: { isActive: boolean }) =>
  classNames(
    "-mb-px inline-flex min-h-9 items-center border-b-2 px-1 text-sm",
    isActive
      ? "border-accent font-medium text-ink"
      : "border-transparent text-muted hover:border-edge hover:text-ink",
  );

/** What all pages of those who run tests share: the way between them. */
export function OfficeFrame({ title, breadcrumbs = [], children, ...rest }: OfficeFrameProps) {
  const office = { label: "Test office", to: "/test-office" };
  return (
    <Page title={title} breadcrumbs={title === office.label ? [] : [office, ...breadcrumbs]} {...rest}>
      <nav aria-label="Test office" className="-mt-4 flex flex-wrap gap-x-5 border-b border-line">
        {places.map(({ to, label, end = false }) => (
          <NavLink key={to} to={to} end={end} className={look}>
            {label}
          </NavLink>
        ))}
      </nav>
      {children}
    </Page>
  );
}
