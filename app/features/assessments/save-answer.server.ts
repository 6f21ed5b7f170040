/** The hot path of a sitting: one conditional statement an answer. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, provider } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import type { Answer } from "./question";
import { readAnswer } from "./read-answer";
import { servedPaper } from "./recent-papers.server";

export interface AnswerInput {
  attemptId: string;
  position: number;
  /** As it came from the browser; null takes an answer back. */
  answer: unknown;
}

/**
 * @throws NotFound for someone else's attempt or a position it does not have; Invalid when the answer does not fit the
 * question as served; Conflict when the attempt is submitted or its time is up
 */
export async function saveAnswer(
  actor: Actor,
  { attemptId, position, answer }: AnswerInput,
): Promise<{ savedAt: Date }> {
  const paper = await servedPaper(attemptId);
  if (!paper || paper.personId !== actor.personId) throw new NotFound("attempt");
  const served = paper.items.get(position);
  if (!served) throw new NotFound("question");
  const read = readAnswer(served, answer);
  const savedAt = now();
  if ((await write(attemptId, position, read, savedAt)) !== 1) throw await whyNot(attemptId);
  return { savedAt };
}

/**
 * Raw because Prisma's updateMany with a relation filter costs three times as much, and this statement is sent for
 * every answer of everyone who sits a test.
 */
function write(attemptId: string, position: number, answer: Answer | null, at: Date): Promise<number> {
  const text = answer === null ? null : JSON.stringify(answer);
  if (provider === "sqlite")
    return db.$executeRaw`
      UPDATE "AttemptItem" SET "answer" = ${text}, "answeredAt" = ${at}
      WHERE "attemptId" = ${attemptId} AND "position" = ${position} AND EXISTS (
        SELECT 1 FROM "Attempt" WHERE "id" = ${attemptId} AND "status" = 'open' AND "deadlineAt" > ${at})`;
  /* FOR SHARE makes an answer and a submission at the same moment wait for each other: either it is scored, or refused. */
  return db.$executeRaw`
    WITH sitting AS (
      SELECT "id" FROM "Attempt" WHERE "id" = ${attemptId} AND "status" = 'open' AND "deadlineAt" > ${at} FOR SHARE)
    UPDATE "AttemptItem" SET "answer" = ${text}, "answeredAt" = ${at} FROM sitting
    WHERE "attemptId" = sitting."id" AND "position" = ${position}`;
}

async function whyNot(attemptId: string): Promise<Conflict> {
  const attempt = await db.attempt.findUnique({
    where: { id: attemptId },
    select: { status: true, deadlineAt: true, submittedAt: true },
  });
  const onTime = attempt?.submittedAt && attempt.submittedAt < attempt.deadlineAt;
  if (onTime)
    return new Conflict(
      "attempt-submitted",
      "This test has been submitted, so its answers can no longer change.",
    );
  return new Conflict(
    "attempt-late",
    "Time was up before this answer arrived, so it does not count. Everything saved before does.",
  );
}
