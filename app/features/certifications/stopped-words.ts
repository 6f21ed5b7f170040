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

/** What has just been done to a certificate, by the intent of the form. */
export const changedWords: Readonly<Record<string, string>> = {
  suspended: "The certificate is suspended.",
  revoked: "The revocation is proposed. Until somebody else has confirmed it, the certificate counts.",
  reinstated: "The certificate counts again.",
  corrected: "The dates are corrected.",
  surrendered: "You have given the certificate back.",
  confirm: "The certificate is revoked.",
  decline: "The revocation is declined. The certificate stands.",
  withdraw: "The proposal is withdrawn. The certificate stands.",
};
