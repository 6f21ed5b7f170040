/** What judging attempts needs, read for many of them at once. */
import type { db, Tx } from "~/platform/db/client.server";
import type { Marks } from "../marking/marking-rules";
import { isMarkedByHand } from "../questions/question";
import type { QuestionVersion } from "../questions/question-versions.server";

/** A transaction where something is written by what is read. */
export type Reader = typeof db | Tx;

export type AttemptRow = Awaited<ReturnType<typeof readAttempts>>[number];

/** What people have judged of one attempt since it was submitted. */
export interface Judgements {
  readonly markings: readonly Marks[];
  /** Somebody asked that another person marks it as well. */
  readonly secondAsked: boolean;
  /** Positions with full credit after an appeal. */
  readonly appealed: ReadonlySet<number>;
}

export const unjudged: Judgements = { markings: [], secondAsked: false, appealed: new Set() };

export function readAttempts(tx: Reader, attemptIds: readonly string[]) {
  return tx.attempt.findMany({
    where: { id: { in: [...attemptIds] } },
    select: {
      id: true,
      personId: true,
      assessmentId: true,
      revisionId: true,
      number: true,
      status: true,
      startedAt: true,
      deadlineAt: true,
      graceSeconds: true,
      extraMinutes: true,
      invigilatorId: true,
      declaredAt: true,
      submittedAt: true,
      items: {
        orderBy: { position: "asc" },
        select: {
          position: true,
          section: true,
          served: true,
          answer: true,
          answeredAt: true,
          questionVersionId: true,
        },
      },
    },
  });
}

/** An open attempt has none of it, and where nothing is marked by hand there is nothing of markers to look for. */
export async function readJudgements(
  tx: Reader,
  attempts: readonly AttemptRow[],
  questions: ReadonlyMap<string, QuestionVersion>,
): Promise<ReadonlyMap<string, Judgements>> {
  const submitted = attempts.filter(({ status }) => status !== "open");
  if (submitted.length === 0) return new Map();
  const of = (some: typeof submitted) => ({ attemptId: { in: some.map(({ id }) => id) } });
  const byHand = submitted.filter(({ items }) =>
    items.some(({ questionVersionId: id }) => isMarkedByHand(questions.get(id)!.body.kind)),
  );
  const appeals = await tx.appeal.findMany({
    where: { ...of(submitted), state: "upheld", remedy: "full-credit", position: { not: null } },
    select: { attemptId: true, position: true },
  });
  const markings =
    byHand.length === 0
      ? []
      : await tx.marking.findMany({
          where: of(byHand),
          orderBy: { number: "asc" },
          select: { attemptId: true, marks: true },
        });
  const requests =
    byHand.length === 0
      ? []
      : await tx.markingRequest.findMany({ where: of(byHand), select: { attemptId: true } });
  const found = new Map(
    submitted.map(({ id }) => [
      id,
      { markings: [] as Marks[], secondAsked: false, appealed: new Set<number>() },
    ]),
  );
  for (const { attemptId, position } of appeals)
    if (position !== null) found.get(attemptId)!.appealed.add(position);
  for (const { attemptId, marks } of markings)
    found.get(attemptId)!.markings.push(JSON.parse(marks) as Marks);
  for (const { attemptId } of requests) found.get(attemptId)!.secondAsked = true;
  return found;
}
