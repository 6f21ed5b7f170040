/** What is immutable and needed on every answer: whose paper it is, and what each question was served with. */
import { db } from "~/platform/db/client.server";
import type { FileRule, QuestionBody, QuestionKind } from "../questions/question";
import { shownDeadline } from "./attempt-rules";
import type { Served } from "./read-answer";

export interface ServedPaper {
  readonly personId: string;
  /** When the time shown is over. */
  readonly shownUntil: Date;
  readonly items: ReadonlyMap<number, Served & { readonly files?: FileRule }>;
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
      graceSeconds: true,
      items: { select: { position: true, served: true, question: { select: { kind: true, body: true } } } },
    },
  });
  if (!attempt) return null;
  const items = attempt.items.map(({ position, served, question }) => {
    const options = JSON.parse(served) as string[];
    return [position, servedOf(question.kind as QuestionKind, options, question.body)] as const;
  });
  return { personId: attempt.personId, shownUntil: shownDeadline(attempt), items: new Map(items) };
}

/** Most bodies need not be read: all that counts of them are the options served. */
function servedOf(kind: QuestionKind, options: readonly string[], body: string) {
  switch (kind) {
    case "numeric": {
      const { units } = JSON.parse(body) as QuestionBody;
      return { kind, options, ...(units ? { units } : {}) };
    }
    case "matching": {
      const { stems = [] } = JSON.parse(body) as QuestionBody;
      return { kind, options, slots: Object.fromEntries(stems.map(({ id }) => [id, options])) };
    }
    case "gaps": {
      const { gaps = [] } = JSON.parse(body) as QuestionBody;
      const slots = gaps.map((gap) => [gap.id, gap.options.map(({ id }) => id)]);
      return { kind, options, slots: Object.fromEntries(slots) as Record<string, string[]> };
    }
    case "file-response": {
      const { files } = JSON.parse(body) as QuestionBody;
      return { kind, options, ...(files ? { files } : {}) };
    }
    default:
      return { kind, options };
  }
}
