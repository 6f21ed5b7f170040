/** What a person was told in the portal, day by day, with what of it still holds. */
import { owedFrom } from "~/features/certifications/home-queries.server";
import { isToDo, type OwedCertification } from "~/features/certifications/owed";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { reminderWords } from "../digests/reminder-words";
import { seenNow, TOLD } from "../digests/seen-now.server";

const PAGE = 20;

export interface InboxItem {
  readonly id: string;
  readonly words: string;
  /** Null for oneself. */
  readonly subjectName: string | null;
  readonly teamName: string | null;
  /** Null where nothing is left to do. */
  readonly next: { readonly to: string; readonly label: string } | null;
}

export async function inbox(actor: Actor, after: string | null) {
  const rows = await db.reminderDigest.findMany({
    where: { personId: actor.personId, inApp: true, ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: {
      id: true,
      day: true,
      readAt: true,
      reminders: {
        where: { channel: { not: "email" } },
        orderBy: [{ date: "asc" }, { title: "asc" }, { id: "asc" }],
        select: TOLD,
      },
    },
  });
  const shown = rows.slice(0, PAGE);
  const told = shown.flatMap(({ reminders }) => reminders);
  const { items, own } = await seenNow(actor.personId, told);
  const owed = await owedFrom(actor.personId, own, { withReading: false });
  const seen = new Map(items.map((item) => [item.id, item]));
  const moment = now();
  return {
    digests: shown.map(({ reminders, ...digest }) => ({
      ...digest,
      items: reminders.flatMap(({ id }): InboxItem[] => {
        const item = seen.get(id);
        if (!item) return [];
        const { subjectName, teamName, open } = item;
        const words = reminderWords(item, actor.timeZone, moment);
        return [{ id, words, subjectName, teamName, next: open ? nextFor(item, owed) : null }];
      }),
    })),
    next: rows.length > PAGE ? shown.at(-1)!.id : null,
  };
}

function nextFor(
  {
    teamId,
    subjectId,
    certificationId,
  }: { teamId: string | null; subjectId: string; certificationId: string },
  owed: readonly OwedCertification[],
) {
  if (teamId !== null) return { to: `/team/${subjectId}`, label: "See what is left to do" };
  const step = owed.find((each) => each.certificationId === certificationId)?.steps.find(isToDo);
  return step
    ? { to: step.to!, label: `${step.action}: ${step.title}` }
    : { to: "/certificates", label: "See your certificates" };
}
