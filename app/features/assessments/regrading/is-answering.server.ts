import type { Reader } from "../scoring/read-attempts.server";

/**
 * A person with a question on a paper that is open, in whichever version, is told nothing of what is right in it, not
 * even as somebody who runs the test.
 */
export async function isAnswering(
  tx: Reader,
  personId: string,
  { bankId, questionId }: { readonly bankId: string; readonly questionId: string },
): Promise<boolean> {
  const item = await tx.attemptItem.findFirst({
    where: { attempt: { personId, status: "open" }, question: { bankId, questionId } },
    select: { position: true },
  });
  return item !== null;
}
