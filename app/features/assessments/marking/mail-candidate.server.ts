import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { enqueue } from "~/platform/outbox.server";

interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** A page of the attempt. */
  readonly place: "result" | "appeal";
  readonly placeWords: string;
}

/** Writes to the person of an attempt. Who has left is not written to: the address may be somebody else's by now. */
export async function mailCandidate(
  tx: Tx,
  { id, personId }: { id: string; personId: string },
  { subject, paragraphs, place, placeWords }: Letter,
): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, email: true, leftAt: true },
  });
  if (person.leftAt && person.leftAt <= now()) return;
  const text = [
    `Hello ${person.name},`,
    ...paragraphs,
    `${placeWords}:\n${env.BASE_URL}/attempts/${id}/${place}`,
  ].join("\n\n");
  await enqueue(tx, "email", { to: person.email, subject, text });
}
