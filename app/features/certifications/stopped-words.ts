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
  suspended: "The certificate is suspended, and the holder has been told.",
  revoked: "The revocation is proposed. Until somebody else has confirmed it, the certificate counts.",
  reinstated: "The certificate counts again, and the holder has been told.",
  corrected: "The dates are corrected, and the holder has been told.",
  surrendered: "You have given the certificate back.",
  confirm: "The certificate is revoked, and the holder has been told.",
  decline: "The revocation is declined, and who proposed it has been told. The certificate stands.",
  withdraw: "The proposal is withdrawn. The certificate stands.",
};
