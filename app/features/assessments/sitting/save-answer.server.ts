/** The hot path of a sitting: one conditional statement, however many answers it saves. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, hot, type Prisma, provider, sql, sqlList } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import type { Answer } from "../questions/question";
import { readAnswer } from "./read-answer";
import { servedPaper } from "./recent-papers.server";

export interface AnswerInput {
  attemptId: string;
  position: number;
  /** As it came from the browser; null takes an answer back. */
  answer: unknown;
}

/** What is to be changed of one question; what is left out stays as it is. */
export interface ItemChange {
  readonly position: number;
  readonly answer?: Answer | null;
  /** The stored answers that may be replaced, the likeliest last, null for none: where another is stored by now, it stays. */
  readonly known?: readonly (string | null)[] | undefined;
  readonly flagged?: boolean;
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
  const savedAt = now();
  await writeItems(attemptId, [{ position, answer: readAnswer(served, answer) }], savedAt);
  return { savedAt };
}

/**
 * Saves all but what was answered elsewhere meanwhile. The caller has checked whose attempt it is and that the answers
 * fit what was served.
 * @returns what is stored, by position, where that is not what was to be replaced
 * @throws Conflict when the attempt is submitted or its time is up
 */
export async function writeItems(
  attemptId: string,
  changes: readonly ItemChange[],
  at: Date,
): Promise<ReadonlyMap<number, Answer | null>> {
  if (changes.length === 0 || (await update(attemptId, changes, at)) === changes.length) return new Map();
  const asked = changes.filter(({ known }) => known !== undefined);
  const stored = await storedIn(attemptId, asked, at);
  /* Hardly ever: the window has seen what is stored, but not last. */
  const seen = asked.filter(
    ({ position, answer, known }) =>
      stored.get(position) !== textOf(answer) && known!.slice(0, -1).includes(stored.get(position)!),
  );
  if (seen.length > 0)
    return writeItems(
      attemptId,
      [
        ...seen.map((change) => ({ ...change, known: [stored.get(change.position)!] })),
        ...asked.filter((change) => !seen.includes(change)),
      ],
      at,
    );
  const refused = asked.filter(({ position, answer }) => stored.get(position) !== textOf(answer));
  const flags = refused.flatMap(({ position, flagged }) =>
    flagged === undefined ? [] : [{ position, flagged }],
  );
  if (flags.length > 0) await update(attemptId, flags, at);
  return new Map(
    refused.map(({ position }) => {
      const text = stored.get(position) ?? null;
      return [position, text === null ? null : (JSON.parse(text) as Answer)];
    }),
  );
}

/** @throws Conflict when the attempt is submitted or its time is up */
async function storedIn(
  attemptId: string,
  asked: readonly ItemChange[],
  at: Date,
): Promise<ReadonlyMap<number, string | null>> {
  const attempt = await db.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      status: true,
      deadlineAt: true,
      submittedAt: true,
      items: {
        where: { position: { in: asked.map(({ position }) => position) } },
        select: { position: true, answer: true },
      },
    },
  });
  if (attempt.status !== "open" || attempt.deadlineAt <= at) throw whyNot(attempt);
  return new Map(attempt.items.map(({ position, answer }) => [position, answer]));
}

function textOf(answer: Answer | null | undefined): string | null {
  return answer === undefined || answer === null ? null : JSON.stringify(answer);
}

/**
 * Raw and past the client, because this statement is sent for every answer of everyone who sits a test.
 */
function update(attemptId: string, changes: readonly ItemChange[], at: Date): Promise<number> {
  const rows = sqlList(changes.map(rowOf));
  const set = sql`
    "answer" = CASE WHEN changed."answers" = 1 THEN changed."answer" ELSE "AttemptItem"."answer" END,
    "answeredAt" = CASE WHEN changed."answers" = 1 THEN ${timestamp(at)} ELSE "AttemptItem"."answeredAt" END,
    "flagged" = COALESCE(changed."flagged", "AttemptItem"."flagged")`;
  const asKnown = sql`(changed."checks" = 0 OR "AttemptItem"."answer" IS NOT DISTINCT FROM changed."known")`;
  if (provider === "sqlite")
    return hot.change(sql`
      WITH changed("position", "answers", "answer", "flagged", "checks", "known") AS (VALUES ${rows})
      UPDATE "AttemptItem" SET ${set} FROM changed
      WHERE "attemptId" = ${attemptId} AND "AttemptItem"."position" = changed."position" AND ${asKnown} AND EXISTS (
        SELECT 1 FROM "Attempt" WHERE "id" = ${attemptId} AND "status" = 'open' AND "deadlineAt" > ${at})`);
  /* FOR SHARE makes an answer and a submission at the same moment wait for each other: either it is scored, or refused. */
  return hot.change(sql`
    WITH sitting AS (
      SELECT "id" FROM "Attempt" WHERE "id" = ${attemptId} AND "status" = 'open' AND "deadlineAt" > ${at} FOR SHARE),
    changed("position", "answers", "answer", "flagged", "checks", "known") AS (VALUES ${rows})
    UPDATE "AttemptItem" SET ${set} FROM sitting, changed
    WHERE "attemptId" = sitting."id" AND "AttemptItem"."position" = changed."position" AND ${asKnown}`);
}

/** PostgreSQL has to be told what the parameters of a list of values are. */
function rowOf({ position, answer, flagged: flag, known: all }: ItemChange): Prisma.Sql {
  const known = all?.at(-1);
  const flagged = flag ?? null;
  const answers = answer === undefined ? 0 : 1;
  const checks = known === undefined ? 0 : 1;
  return provider === "sqlite"
    ? sql`(${position}, ${answers}, ${textOf(answer)}, ${flagged === null ? null : Number(flagged)}, ${checks}, ${known ?? null})`
    : sql`(${position}::integer, ${answers}::integer, ${textOf(answer)}::text, ${flagged}::boolean, ${checks}::integer, ${known ?? null}::text)`;
}

function timestamp(at: Date): Prisma.Sql {
  return provider === "sqlite" ? sql`${at}` : sql`${at}::timestamp`;
}

function whyNot(attempt: { submittedAt: Date | null; deadlineAt: Date }): Conflict {
  if (attempt.submittedAt && attempt.submittedAt < attempt.deadlineAt)
    return new Conflict(
      "attempt-submitted",
      "This test has been submitted, so its answers can no longer change.",
    );
  return new Conflict(
    "attempt-late",
    "Time was up before this answer arrived, so it does not count. Everything saved before does.",
  );
}
