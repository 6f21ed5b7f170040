import { StateBadge, type State } from "~/ui/state-badge";

const looks: Readonly<Record<string, { state: State; label: string }>> = {
  open: { state: "due", label: "Open" },
  upheld: { state: "completed", label: "Upheld" },
  rejected: { state: "failed", label: "Not upheld" },
  withdrawn: { state: "closed", label: "Withdrawn" },
};

export function AppealBadge({ state, overdue }: { state: string; overdue: boolean }) {
  if (overdue) return <StateBadge state="overdue" />;
  return <StateBadge {...(looks[state] ?? { state: "draft", label: state })} />;
}
