/** What people are told about a sign-off. */
import { mailPerson } from "~/features/people/mail-person.server";
import type { Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { enqueue } from "~/platform/outbox.server";
import { deciderAddresses } from "~/features/people/staff-addresses.server";
import type { SignOff } from "./find-sign-off.server";

export async function mailCompleted(
  tx: Tx,
  signOff: SignOff,
  { observer, met }: { observer: string; met: boolean },
): Promise<void> {
  const { title } = signOff.definition;
  const counts = met
    ? "It counts once you have read it and said that it is right."
    : "Not everything that is required was met, so that it earns nothing. Read it, and say that it is right.";
  await send(tx, signOff.personId, {
    subject: `${observer} has signed off: ${title}`,
    sentence: `${observer} has recorded what was seen of your work: ${title}. ${counts} If something is not, say so there.`,
    signOffId: signOff.id,
  });
}

export async function mailWithdrawn(tx: Tx, signOff: SignOff, reason: string): Promise<void> {
  const { title } = signOff.definition;
  await send(tx, signOff.personId, {
    subject: `Withdrawn: ${title}`,
    sentence: `the sign-off ${title} has been withdrawn, and you need not answer it. The reason on record:\n\n${reason}`,
    signOffId: signOff.id,
  });
}

/** To whoever completed it; once that person has left, to those who may observe the person now. */
export async function mailDisputed(tx: Tx, signOff: SignOff, reason: string): Promise<void> {
  const { title } = signOff.definition;
  const letter = {
    subject: `${signOff.personName} does not agree: ${title}`,
    sentence: `${signOff.personName} does not agree with the sign-off ${title}, so that it does not count. The reason:\n\n${reason}\n\nTalk about it, then begin another one if there is something to record.`,
    signOffId: signOff.id,
  };
  if (await send(tx, signOff.completedById!, letter)) return;
  for (const to of await deciderAddresses(tx, signOff.personId, [signOff.completedById!]))
    await enqueue(tx, "email", { to, ...written("Hello,", letter) });
}

interface Letter {
  readonly subject: string;
  readonly sentence: string;
  readonly signOffId: string;
}

function send(tx: Tx, personId: string, letter: Letter): Promise<boolean> {
  return mailPerson(tx, personId, ({ name }) => written(`Hello ${name},`, letter));
}

function written(greeting: string, { subject, sentence, signOffId }: Letter) {
  return { subject, text: [greeting, sentence, `${env.BASE_URL}/sign-offs/${signOffId}`].join("\n\n") };
}
