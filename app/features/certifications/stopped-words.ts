import type { AwardState } from "./certification-rules";

export const stateTitles: Readonly<Record<AwardState, string>> = {
  valid: "This certificate is valid",
  grace: "This certificate has expired",
  expired: "This certificate has expired",
  suspended: "This certificate is suspended",
  revoked: "This certificate has been revoked",
  surrendered: "This certificate has been given back",
};

/** Before the day from which a certificate does not count. */
export function stoppedWords(state: AwardState): string {
  if (state === "suspended") return "Suspended on";
  return state === "surrendered" ? "Given back on" : "Revoked on";
}
