/** What waits for a mark of the actor's, the longest waiting first. Nobody's name is read. */
import type { Actor } from "~/features/people/actor";
import { db, sql, type Prisma } from "~/platform/db/client.server";
import { blueprintsOf } from "../blueprints/blueprints.server";
import { requireOffice } from "../office/office-policy.server";
import { candidateCode } from "./candidate-code";
import { placeText, type QueuePlace } from "./queue-place";

const PAGE = 30;

export interface WaitingRow {
  readonly attemptId: string;
  readonly code: string;
  readonly title: string;
  /** Which marking it waits for. */
  readonly number: number;
  readonly submittedAt: Date;
  /** How many questions of each section people mark. */
  readonly sections: readonly { readonly title: string; readonly questions: number }[];
}

interface Row {
  id: string;
  revisionId: string;
  submittedAt: Date;
  markings: number | bigint;
}

/** @throws NotFound for whom marking is not open */
export async function markingQueue(
  actor: Actor,
  after: QueuePlace | null,
): Promise<{ rows: WaitingRow[]; next: string | null }> {
  requireOffice(actor);
  const found = await db.$queryRaw<Row[]>(waitingStatement(actor, after, PAGE + 1));
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  const [blueprints, items] = await Promise.all([
    blueprintsOf(shown.map(({ revisionId }) => revisionId)),
    shown.length === 0 ? [] : markedItems(shown.map(({ id }) => id)),
  ]);
  return {
    rows: shown.map(({ id, revisionId, submittedAt, markings }) => {
      const { title, sections } = blueprints.get(revisionId)!;
      const own = items.filter(({ attemptId }) => attemptId === id);
      return {
        attemptId: id,
        code: candidateCode(id),
        title,
        number: Number(markings) + 1,
        submittedAt,
        sections: sections
          .map((section, index) => ({
            title: section.title,
            questions: own.filter((item) => item.section === index).length,
          }))
          .filter(({ questions }) => questions > 0),
      };
    }),
    next: last ? placeText({ at: last.submittedAt, id: last.id }) : null,
  };
}

/** The attempt to mark after this one: the next that waits, or else the longest waiting; null when none does. */
export async function nextToMark(actor: Actor, after: QueuePlace | null): Promise<string | null> {
  requireOffice(actor);
  for (const place of after ? [after, null] : [null]) {
    const [row] = await db.$queryRaw<Row[]>(waitingStatement(actor, place, 1));
    if (row) return row.id;
  }
  return null;
}

function waitingStatement(actor: Actor, after: QueuePlace | null, limit: number): Prisma.Sql {
  const beyond = after ? sql`AND (a."submittedAt", a."id") > (${after.at}, ${after.id})` : sql``;
  return sql`
    SELECT a."id", a."revisionId", a."submittedAt",
           (SELECT COUNT(*) FROM "Marking" m WHERE m."attemptId" = a."id") AS "markings"
    FROM "Attempt" a
    WHERE ${waitsForMarkBy(actor)} ${beyond}
    ORDER BY a."submittedAt", a."id"
    LIMIT ${limit}`;
}

/**
 * Attempts (alias a) that wait for a mark of the actor's. A result counts everything that came before it. So an attempt
 * waits when it has none, or none since somebody last marked it or asked for a second marking. Who decided an appeal has
 * seen the first marks, and does not mark second.
 */
export function waitsForMarkBy({ personId }: Actor): Prisma.Sql {
  return sql`
    a."status" = 'submitted' AND a."personId" <> ${personId}
      AND (a."passed" IS NULL OR EXISTS (SELECT 1 FROM "MarkingRequest" q WHERE q."attemptId" = a."id"))
      AND NOT EXISTS (
        SELECT 1 FROM "AttemptResult" r WHERE r."attemptId" = a."id"
          AND NOT EXISTS (SELECT 1 FROM "MarkingRequest" q
                          WHERE q."attemptId" = a."id" AND q."recordedAt" >= r."recordedAt")
          AND NOT EXISTS (SELECT 1 FROM "Marking" m
                          WHERE m."attemptId" = a."id" AND m."recordedAt" > r."recordedAt"))
      AND NOT EXISTS (
        SELECT 1 FROM "Marking" own WHERE own."attemptId" = a."id" AND own."markerId" = ${personId})
      AND (NOT EXISTS (
            SELECT 1 FROM "Appeal" p WHERE p."attemptId" = a."id" AND p."decidedById" = ${personId})
        OR (SELECT COUNT(*) FROM "Marking" m WHERE m."attemptId" = a."id") >= 2)`;
}

function markedItems(attemptIds: readonly string[]) {
  return db.attemptItem.findMany({
    where: {
      attemptId: { in: [...attemptIds] },
      answer: { not: null },
      question: { kind: { in: ["free-response", "file-response"] } },
    },
    select: { attemptId: true, section: true },
  });
}
