import { mailPerson } from "~/features/people/mail-person.server";
import type { Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";

interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** A page of the attempt. */
  readonly place: "result" | "appeal";
  readonly placeWords: string;
}

/** Writes to the person of an attempt. */
export async function mailCandidate(
  tx: Tx,
  { id, personId }: { id: string; personId: string },
  { subject, paragraphs, place, placeWords }: Letter,
): Promise<void> {
  await mailPerson(tx, personId, ({ name }) => ({
    subject,
    text: [`Hello ${name},`, ...paragraphs, `${placeWords}:\n${env.BASE_URL}/attempts/${id}/${place}`].join(
      "\n\n",
    ),
  }));
}
