/** What is immutable and needed on every answer: whose paper it is, and what each question was served with. */
import { db } from "~/platform/db/client.server";
import type { QuestionKind } from "./question";
import type { Served } from "./read-answer";

export interface ServedPaper {
  readonly personId: string;
  readonly deadlineAt: Date;
  readonly items: ReadonlyMap<number, Served>;
}

const KEPT = 5_000;
const recent = new Map<string, ServedPaper>();

export async function servedPaper(attemptId: string): Promise<ServedPaper | null> {
  const known = recent.get(attemptId);
  if (known) {
    /* A Map iterates in the order of insertion, so the first is the least recently used. */
    recent.delete(attemptId);
    recent.set(attemptId, known);
    return known;
  }
  const paper = await readPaper(attemptId);
  if (!paper) return null;
  if (recent.size >= KEPT) recent.delete(recent.keys().next().value!);
  recent.set(attemptId, paper);
  return paper;
}

async function readPaper(attemptId: string): Promise<ServedPaper | null> {
  const attempt = await db.attempt.findUnique({
    where: { id: attemptId },
    select: {
      personId: true,
      deadlineAt: true,
      items: { select: { position: true, served: true, question: { select: { kind: true } } } },
    },
  });
  if (!attempt) return null;
  const items = attempt.items.map(
    ({ position, served, question }) =>
      [position, { kind: question.kind as QuestionKind, options: JSON.parse(served) as string[] }] as const,
  );
  return { personId: attempt.personId, deadlineAt: attempt.deadlineAt, items: new Map(items) };
}
