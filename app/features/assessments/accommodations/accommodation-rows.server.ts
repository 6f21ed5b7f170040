/** The rows of one person: superseded once, and otherwise never changed. */
import type { Change, HeldInterval, Interval } from "~/features/people/assignment-rules";
import { dayInWords, dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import type { TimeGranted } from "./accommodation-words";

export interface Granted extends TimeGranted {
  readonly reason: string;
  readonly actorId: string;
}

export interface GrantedInterval extends HeldInterval, Granted {}

/** Stands for what is being granted, beside the ids of the rows that there are. */
export const WANTED = "wanted";

/** `value` is the row's id: what is left of a row after a change is known by it. */
export async function grantedIntervals(tx: Tx, personId: string): Promise<GrantedInterval[]> {
  const rows = await tx.accommodation.findMany({
    where: { personId, supersededAt: null },
    orderBy: [{ heldFrom: "asc" }, { id: "asc" }],
    select: {
      id: true,
      extraPercent: true,
      breakMinutes: true,
      reason: true,
      actorId: true,
      heldFrom: true,
      heldUntil: true,
    },
  });
  return rows.map(({ heldFrom, heldUntil, ...row }) => ({
    ...row,
    value: row.id,
    from: heldFrom,
    until: heldUntil,
  }));
}

/** @throws Conflict when one of the rows was superseded in the meantime */
export async function writeAccommodations(
  tx: Tx,
  personId: string,
  change: Change,
  granted: ReadonlyMap<string, Granted>,
): Promise<void> {
  const recordedAt = now();
  const superseded = await tx.accommodation.updateMany({
    where: { id: { in: [...change.supersede] }, supersededAt: null },
    data: { supersededAt: recordedAt },
  });
  if (superseded.count !== change.supersede.length) throw moved();
  await tx.accommodation.createMany({
    data: change.write.map(({ value, from, until }) => {
      const { extraPercent, breakMinutes, reason, actorId } = granted.get(value)!;
      const held = { heldFrom: from, heldUntil: until, recordedAt };
      return { id: newId(), personId, extraPercent, breakMinutes, reason, actorId, ...held };
    }),
  });
}

export function moved(): Conflict {
  return new Conflict(
    "accommodation-moved",
    "Someone else has changed this in the meantime. Look at how it stands now and decide again.",
  );
}

/** "from 4 March 2026 to 6 March 2026" */
export function intervalInWords({ from, until }: Interval, timeZone: string): string {
  const first = `from ${dayInWords(dayOf(from, timeZone))}`;
  if (!until) return first;
  return `${first} to ${dayInWords(dayOf(new Date(until.getTime() - 1), timeZone))}`;
}

/** In histories of people, where the reason itself must not stand. */
export const REASON_KEPT = "The reason is kept with the extra time.";
