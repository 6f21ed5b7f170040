/** What the holder is told when something happens to a certificate. Pure. */
import type { AwardChangeKind } from "./award-transitions";

interface Told {
  readonly title: string;
  readonly reason: string;
  readonly home: string;
}

const words: Readonly<Record<AwardChangeKind, { subject: string; first: string; then: string }>> = {
  suspended: {
    subject: "is suspended",
    first: "does not count for the time being",
    then: "Pause the work that rests on it until it is reinstated. Your manager can tell you what is being looked into.",
  },
  revoked: {
    subject: "has been revoked",
    first: "has been revoked",
    then: "If you think this is a mistake, answer to your manager or Human Resources: the certificate can be reinstated.",
  },
  surrendered: {
    subject: "has been given back",
    first: "has been given back, as you asked",
    then: "It stays on record. You can earn it anew at any time.",
  },
  reinstated: { subject: "has been reinstated", first: "counts again", then: "You need not do anything." },
  corrected: {
    subject: "has been corrected",
    first: "has other dates now",
    then: "The certificate itself shows them, and what it said before stays on record.",
  },
};

export function awardChangeMail(kind: AwardChangeKind, { title, reason, home }: Told) {
  const { subject, first, then } = words[kind];
  return {
    subject: `Your certificate ${title} ${subject}`,
    text: [
      `Your certificate ${title} ${first}. The reason on record:`,
      reason,
      `What it means for you is on your home page:\n${home}`,
      then,
    ].join("\n\n"),
  };
}
