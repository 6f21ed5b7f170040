import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { sendMail } from "~/platform/mailer.server";
import type { Topics } from "~/platform/outbox.server";
import { digestMail } from "./digest-mail";
import { seenNow, TOLD } from "./seen-now.server";

/**
 * Sends the mail of a digest with what still holds at this moment, however long it had to wait, and nothing when all of it
 * has been done. A second delivery finds it sent.
 */
export async function deliverDigest(
  { digestId }: Topics["reminder-digest"],
  messageId: string,
): Promise<void> {
  const digest = await db.reminderDigest.findFirst({
    where: { id: digestId, mailedAt: null },
    select: { personId: true },
  });
  if (!digest) return;
  const [person, told] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: digest.personId },
      select: { name: true, email: true, timeZone: true, leftAt: true },
    }),
    db.reminder.findMany({
      where: { digestId, channel: { not: "app" } },
      orderBy: [{ date: "asc" }, { title: "asc" }, { id: "asc" }],
      select: TOLD,
    }),
  ]);
  const moment = now();
  const left = person.leftAt !== null && person.leftAt <= moment;
  const { items: seen } = await seenNow(digest.personId, left ? [] : told);
  const items = seen.filter(({ open }) => open);
  if (items.length > 0) {
    const mail = digestMail({ ...person, moment, portal: env.BASE_URL, items });
    await sendMail({ to: person.email, ...mail }, messageId);
  }
  await db.reminderDigest.updateMany({
    where: { id: digestId, mailedAt: null },
    data: { mailedAt: moment, mailed: items.length },
  });
}
