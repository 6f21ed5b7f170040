/** Colours a picture may take; always beside words that say the same. */
export type Tone = "accent" | "valid" | "due" | "overdue" | "expired" | "revoked" | "draft";

export const toneText: Record<Tone, string> = {
  accent: "text-accent",
  valid: "text-valid",
  due: "text-due",
  overdue: "text-overdue",
  expired: "text-expired",
  revoked: "text-revoked",
  draft: "text-draft",
};
