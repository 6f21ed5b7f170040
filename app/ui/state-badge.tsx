import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CircleX,
  Clock,
  Globe,
  Hourglass,
  LoaderCircle,
  Lock,
  OctagonX,
  PencilLine,
  PenLine,
  Undo2,
  UserX,
  type LucideIcon,
} from "lucide-react";
import { classNames } from "./class-names";

export type State =
  | "valid"
  | "due"
  | "overdue"
  | "expired"
  | "revoked"
  | "grace"
  | "suspended"
  | "surrendered"
  | "draft"
  | "published"
  | "not-started"
  | "in-progress"
  | "completed"
  | "passed"
  | "failed"
  | "marking"
  | "waiting"
  | "closed"
  | "left";

export interface StateLook {
  icon: LucideIcon;
  word: string;
  soft: string;
  strong: string;
}

const green = { soft: "bg-valid-soft text-valid", strong: "text-valid" };
const grey = { soft: "bg-draft-soft text-draft", strong: "text-draft" };

export const stateLooks: Record<State, StateLook> = {
  valid: { icon: CircleCheck, word: "Valid", ...green },
  due: { icon: Clock, word: "Due", soft: "bg-due-soft text-due", strong: "text-due" },
  overdue: {
    icon: CircleAlert,
    word: "Overdue",
    soft: "bg-overdue-soft text-overdue",
    strong: "text-overdue",
  },
  expired: { icon: CircleX, word: "Expired", soft: "bg-expired-soft text-expired", strong: "text-expired" },
  revoked: { icon: Ban, word: "Revoked", soft: "bg-revoked-soft text-revoked", strong: "text-revoked" },
  grace: { icon: Hourglass, word: "In grace", soft: "bg-due-soft text-due", strong: "text-due" },
  suspended: {
    icon: CirclePause,
    word: "Suspended",
    soft: "bg-revoked-soft text-revoked",
    strong: "text-revoked",
  },
  surrendered: { icon: Undo2, word: "Given back", ...grey },
  draft: { icon: PencilLine, word: "Draft", ...grey },
  published: { icon: Globe, word: "Published", ...green },
  "not-started": { icon: CircleDashed, word: "Not started", ...grey },
  "in-progress": {
    icon: LoaderCircle,
    word: "In progress",
    soft: "bg-accent-soft text-accent",
    strong: "text-accent",
  },
  completed: { icon: CircleCheck, word: "Completed", ...green },
  passed: { icon: CircleCheck, word: "Passed", ...green },
  failed: {
    icon: OctagonX,
    word: "Not passed",
    soft: "bg-expired-soft text-expired",
    strong: "text-expired",
  },
  marking: { icon: PenLine, word: "Being marked", soft: "bg-due-soft text-due", strong: "text-due" },
  waiting: { icon: Hourglass, word: "Being checked", soft: "bg-due-soft text-due", strong: "text-due" },
  closed: { icon: Lock, word: "Closed", ...grey },
  left: { icon: UserX, word: "Left", ...grey },
};

interface StateBadgeProps {
  state: State;
  /** Other words for the same state: "Due 4 Mar". */
  label?: string;
  /** Icon only, the word for screen readers and as a tooltip: for a cell of a heat map. */
  compact?: boolean;
  className?: string;
}

export function StateBadge({ state, label, compact, className }: StateBadgeProps) {
  const { icon: Icon, word, soft } = stateLooks[state];
  const text = label ?? word;
  return (
    <span
      title={compact ? text : undefined}
      className={classNames(
        "inline-flex items-center gap-1 rounded-sm text-xs font-medium whitespace-nowrap",
        compact ? "size-6 justify-center" : "px-1.5 py-0.5",
        soft,
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className={compact ? "sr-only" : ""}>{text}</span>
    </span>
  );
}
