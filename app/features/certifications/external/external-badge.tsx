import { StateBadge, type State } from "~/ui/state-badge";
import type { ExternalState } from "./external-rules";

const looks: Readonly<Record<ExternalState, { state: State; label: string }>> = {
  waiting: { state: "waiting", label: "Being checked" },
  accepted: { state: "completed", label: "Accepted" },
  refused: { state: "failed", label: "Not accepted" },
  withdrawn: { state: "closed", label: "Withdrawn" },
  revoked: { state: "revoked", label: "No longer counts" },
};

export function ExternalBadge({ state }: { state: ExternalState }) {
  return <StateBadge {...looks[state]} />;
}
