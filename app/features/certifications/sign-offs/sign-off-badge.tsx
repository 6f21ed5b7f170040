import { type State, StateBadge } from "~/ui/state-badge";
import type { SignOffState } from "./sign-off-rules";

interface Judged {
  readonly state: SignOffState;
  readonly met: boolean | null;
}

export function SignOffBadge({ signOff }: { signOff: Judged }) {
  return <StateBadge {...looksOf(signOff)} />;
}

function looksOf({ state, met }: Judged): { state: State; label: string } {
  switch (state) {
    case "draft":
      return { state: "in-progress", label: "Under way" };
    case "completed":
      return { state: "due", label: "To be acknowledged" };
    case "acknowledged":
      return met ? { state: "passed", label: "Signed off" } : { state: "failed", label: "Not met" };
    case "disputed":
      return { state: "overdue", label: "Not agreed to" };
    case "withdrawn":
      return { state: "draft", label: "Withdrawn" };
  }
}
