import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { shownDeadline } from "../sitting/attempt-rules";
import { findRoom } from "./room-queries.server";

const PAGE = 100;
/** A code typed in the room's last moment starts an attempt a little later. */
const SLACK = 30_000;

export interface Starter {
  readonly name: string;
  readonly startedAt: Date;
  /** What the person sees: with the time that was granted to them. */
  readonly endsAt: Date;
  readonly submittedAt: Date | null;
  readonly state: "sitting" | "time-up" | "submitted";
}

/**
 * A room with who has started in it. Its invigilator stands there and sees names, but no answers and no results.
 * @throws NotFound for a room of somebody else
 */
export async function roomPage(actor: Actor, invigilationId: string, after: string | null) {
  const room = await findRoom(actor, invigilationId);
  const { assessmentId, startsAt, endsAt } = room;
  const attempts = await db.attempt.findMany({
    where: {
      assessmentId,
      invigilatorId: actor.personId,
      startedAt: { gte: startsAt, lte: new Date(endsAt.getTime() + SLACK) },
      /* Said as well because the index is by it. */
      OR: [{ submittedAt: null }, { submittedAt: { gte: startsAt } }],
      ...(after === null ? {} : { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: PAGE + 1,
    select: {
      id: true,
      personId: true,
      startedAt: true,
      submittedAt: true,
      deadlineAt: true,
      graceSeconds: true,
    },
  });
  const shown = attempts.slice(0, PAGE);
  const names = await namesOf(shown.map(({ personId }) => personId));
  const at = now();
  const starters = shown.map(({ id: _, personId, startedAt, submittedAt, ...time }): Starter => {
    const state = submittedAt ? "submitted" : time.deadlineAt > at ? "sitting" : "time-up";
    const name = names.get(personId) ?? "Somebody";
    return { name, startedAt, submittedAt, endsAt: shownDeadline(time), state };
  });
  return { room, starters, next: attempts.length > PAGE ? shown.at(-1)!.id : null };
}

async function namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const people = await db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
