/** What is immutable and needed on every answer: whose paper it is, and what each question was served with. */
import { db } from "~/platform/db/client.server";
import type { FileRule, QuestionBody } from "../questions/question";
import { questionVersions } from "../questions/question-versions.server";
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
      items: { select: { position: true, served: true, questionVersionId: true } },
    },
  });
  if (!attempt) return null;
  const versions = await questionVersions(attempt.items.map((item) => item.questionVersionId));
  const items = attempt.items.map(({ position, served, questionVersionId }) => {
    const options = JSON.parse(served) as string[];
    return [position, servedOf(versions.get(questionVersionId)!.body, options)] as const;
  });
  return { personId: attempt.personId, shownUntil: shownDeadline(attempt), items: new Map(items) };
}

function servedOf({ kind, units, stems = [], gaps = [], files }: QuestionBody, options: readonly string[]) {
  const slots =
    kind === "matching"
      ? stems.map(({ id }) => [id, options] as const)
      : gaps.map((gap) => [gap.id, gap.options.map(({ id }) => id)] as const);
  return {
    kind,
    options,
    ...(slots.length > 0 ? { slots: Object.fromEntries(slots) } : {}),
    ...(units ? { units } : {}),
    ...(files ? { files } : {}),
  };
}
