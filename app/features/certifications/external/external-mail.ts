/** What is written about certificates of others. Pure. */

interface About {
  readonly title: string;
  readonly certificationTitle: string;
  readonly address: string;
}

export function waitsMail(holderName: string, { title, certificationTitle, address }: About) {
  return {
    subject: `A certificate waits to be checked: ${title}`,
    text: [
      `${holderName} has sent in a certificate: ${title}, which ${certificationTitle} asks for.`,
      `It counts when somebody has checked it. Look at it, then accept it or refuse it with a reason:\n${address}`,
    ].join("\n\n"),
  };
}

export type Decided = "accepted" | "refused" | "revoked";

const words: Readonly<Record<Decided, { subject: string; first: string }>> = {
  accepted: { subject: "is accepted", first: "has been checked and accepted" },
  refused: {
    subject: "is not accepted",
    first: "has been checked and was not accepted. You can send in another one at any time",
  },
  revoked: {
    subject: "no longer counts",
    first: "was accepted, and no longer counts. If you think this is a mistake, answer to your manager",
  },
};

export function decidedMail(
  kind: Decided,
  reason: string | null,
  { title, certificationTitle, address }: About,
) {
  const { subject, first } = words[kind];
  return {
    subject: `Your certificate ${subject}: ${title}`,
    text: [
      `Your certificate ${title}, which ${certificationTitle} asks for, ${first}.`,
      ...(reason ? [`The reason on record:\n${reason}`] : []),
      `What is kept of it:\n${address}`,
    ].join("\n\n"),
  };
}

/** @param awards addresses of the certificates that rest on it */
export function revokedMail(
  holderName: string,
  reason: string,
  awards: readonly string[],
  { title, address }: About,
) {
  const resting =
    awards.length === 0
      ? "No certificate of this portal rests on it."
      : `These rest on it, and go on counting until you decide about them:\n${awards.join("\n")}`;
  return {
    subject: `A certificate of ${holderName} was found to be false: ${title}`,
    text: [
      `What ${holderName} had sent in as ${title} no longer counts. The reason on record:`,
      reason,
      resting,
      `The certificate and what was decided about it:\n${address}`,
    ].join("\n\n"),
  };
}
