import { setTimeout as sleep } from "node:timers/promises";
import { tidyEmail } from "~/features/people/add-person.server";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { limit } from "~/platform/rate-limit.server";
import { makeLink, type LinkPurpose } from "./auth-links.server";
import { invitationMail, resetMail } from "./link-mail";

const WAIT =
  "A new password was asked for too often. Wait an hour, and look into your junk folder meanwhile.";
/** Every request takes at least this long, so that its time does not tell whether there is such an account. */
const TAKES_MS = 300;

export async function requestPasswordReset({
  email,
  address,
}: {
  email: string;
  address: string;
}): Promise<void> {
  const started = performance.now();
  await limit("reset-address", address, { points: 60, seconds: 3600, message: WAIT });
  await limit("reset-account", sha256(tidyEmail(email)), { points: 5, seconds: 3600, message: WAIT });
  const person = await db.person.findUnique({
    where: { email: tidyEmail(email) },
    select: { id: true, name: true, email: true, leftAt: true, credential: { select: { personId: true } } },
  });
  if (person && (!person.leftAt || person.leftAt > now()))
    await sendLink(person, person.credential ? "reset" : "invitation");
  await sleep(Math.max(0, TAKES_MS - (performance.now() - started)));
}

async function sendLink(
  person: { id: string; name: string; email: string },
  purpose: LinkPurpose,
): Promise<void> {
  await transaction(async (tx) => {
    const link = await makeLink(tx, person.id, purpose);
    const mail = purpose === "reset" ? resetMail(person.name, link) : invitationMail(person.name, link);
    await enqueue(tx, "email", { to: person.email, ...mail });
  });
}
