import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { enqueue, type Topics } from "~/platform/outbox.server";

interface Addressee {
  readonly name: string;
  readonly timeZone: string;
}

/**
 * Writes to a person unless they have left: the address may be somebody else's by now.
 * @returns whether there is somebody to write to
 */
export async function mailPerson(
  tx: Tx,
  personId: string,
  write: (person: Addressee) => Omit<Topics["email"], "to">,
): Promise<boolean> {
  const { email, leftAt, ...person } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, email: true, timeZone: true, leftAt: true },
  });
  if (leftAt && leftAt <= now()) return false;
  await enqueue(tx, "email", { to: email, ...write(person) });
  return true;
}
