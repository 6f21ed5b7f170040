/** That somebody does not agree with their result, or with one question of it. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId, sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { limit } from "~/platform/rate-limit.server";
import { lockAttempt } from "../scoring/lock-attempt.server";
import {
  appealsCloseAt,
  DAYS_TO_APPEAL,
  decideBy,
  LONGEST_GROUNDS,
  openKeyOf,
  SHORTEST_GROUNDS,
} from "./appeal-rules";
import { recordAppeal } from "./record-appeal.server";

const PER_DAY = {
  points: 20,
  seconds: 86_400,
  message: "That is many appeals in a day. Put what you object to into one, or come back tomorrow.",
};

export interface AppealInput {
  readonly attemptId: string;
  /** The question that it is about; null for the whole test. */
  readonly position: number | null;
  readonly grounds: string;
}

/**
 * @returns the id of the appeal
 * @throws NotFound for an attempt that is not the actor's, or not submitted; Conflict before there is a result, after
 * the time for it, and where one is open; Invalid when the grounds or the question cannot be used
 */
export async function fileAppeal(actor: Actor, input: AppealInput): Promise<string> {
  await limit("appeal", actor.personId, PER_DAY);
  const grounds = input.grounds.replace(/\r\n?/g, "\n").trim();
  return transaction((tx) => write(tx, actor, { ...input, grounds }));
}

async function write(tx: Tx, actor: Actor, { attemptId, position, grounds }: AppealInput): Promise<string> {
  await lockAttempt(tx, attemptId);
  const attempt = await tx.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId, status: "submitted" },
    select: {
      results: { orderBy: { number: "desc" }, take: 1, select: { recordedAt: true } },
      items: { select: { position: true } },
      appeals: {
        where: { position, state: { in: ["open", "upheld"] } },
        select: { state: true, remedy: true },
      },
    },
  });
  if (!attempt) throw new NotFound("attempt");
  const filedAt = now();
  requireInTime(attempt.results[0]?.recordedAt, filedAt);
  if (grounds.length < SHORTEST_GROUNDS || grounds.length > LONGEST_GROUNDS)
    throw invalid(
      "grounds",
      `Say in ${SHORTEST_GROUNDS} to ${LONGEST_GROUNDS.toLocaleString("en")} characters what should be different, and why.`,
    );
  if (position !== null && !attempt.items.some((item) => item.position === position))
    throw invalid("position", "Choose a question of this test, or the whole test.");
  if (attempt.appeals.some(({ state }) => state === "open"))
    throw new Conflict(
      "appeal-open",
      "There is an open appeal about this already. Wait for its decision, or withdraw it and file a new one.",
    );
  if (attempt.appeals.some(({ remedy }) => remedy === "full-credit"))
    throw new Conflict(
      "appeal-upheld",
      "An appeal about this question was upheld: it has all its points already.",
    );

  const id = newId();
  await tx.appeal.create({
    data: {
      id,
      attemptId,
      personId: actor.personId,
      position,
      grounds,
      filedAt,
      decideBy: decideBy(filedAt),
      state: "open",
      openKey: openKeyOf(attemptId, position),
    },
    select: { id: true },
  });
  await recordAppeal(tx, attemptId, {
    id,
    kind: "appeal-filed",
    outcome: "filed",
    actorId: actor.personId,
    occurredAt: filedAt,
    document: { appealId: id, attemptId, position, grounds: sha256(grounds) },
  });
  await enqueue(tx, "work-waiting", { kind: "appeal", id });
  return id;
}

function requireInTime(recordedAt: Date | undefined, at: Date): void {
  if (recordedAt === undefined)
    throw new Conflict(
      "no-result-yet",
      "This test is still being marked. You can appeal once its result is there.",
    );
  if (at >= appealsCloseAt(recordedAt))
    throw new Conflict(
      "appeal-late",
      `An appeal can be filed within ${DAYS_TO_APPEAL} days after the result, and that time is over. Speak to your manager if something came to light later.`,
    );
}

function invalid(field: string, message: string): Invalid {
  return new Invalid("appeal", message, { [field]: [message] });
}
