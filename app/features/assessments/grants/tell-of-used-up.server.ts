/** Writes to who leads somebody when the last attempt of a set was failed: they can grant a fresh one. */
import { dayInWords, dayOf } from "~/features/people/calendar";
import { administratorAddresses, managerAddresses } from "~/features/people/staff-addresses.server";
import { db, transaction } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { enqueue, type Topics } from "~/platform/outbox.server";
import { findGrantee } from "./grantee.server";
import { findUsedUp } from "./used-up-tests.server";

/** Writes nothing where attempts are left after all, as when a fresh set was granted meanwhile. */
export async function tellOfUsedUp({ attemptId }: Topics["attempt-failed"]): Promise<void> {
  const { personId, assessmentId } = await db.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: { personId: true, assessmentId: true },
  });
  const grantee = await findGrantee(personId);
  if (!grantee) return;
  const [test] = await findUsedUp(db, grantee, assessmentId);
  if (!test) return;
  const { name, timeZone } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { name: true, timeZone: true },
  });
  const opens = test.nextAt
    ? `By itself a fresh set opens on ${dayInWords(dayOf(test.nextAt, timeZone))}.`
    : "No fresh set opens by itself.";
  const subject = `${name} has no attempt left at ${test.title}`;
  const said = `${name} did not pass ${test.title}, and has used up the attempts. ${opens} If you know what was missing, you can grant a fresh set:`;
  await transaction(async (tx) => {
    const managers = await managerAddresses(tx, personId);
    const place = managers.length > 0 ? `team/${personId}` : `admin/people/${personId}/accommodations`;
    const text = `Hello,\n\n${said}\n\n${env.BASE_URL}/${place}#used-up`;
    const addresses = managers.length > 0 ? managers : await administratorAddresses(tx, personId);
    for (const to of addresses) await enqueue(tx, "email", { to, subject, text });
  });
}
