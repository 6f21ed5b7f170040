import type { AwardState } from "./certification-rules";

/** Before the day from which a certificate does not count. */
export function stoppedWords(state: AwardState): string {
  if (state === "suspended") return "Suspended on";
  return state === "surrendered" ? "Given back on" : "Revoked on";
}
