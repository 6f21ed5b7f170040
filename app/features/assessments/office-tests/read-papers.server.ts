/** What the analysis of a test rests on: what people gave, without their names. */
import { db } from "~/platform/db/client.server";
import type { AskedQuestion, SatItem, SatPaper } from "../item-analysis/responses";
import { judgeAttempts, type Judged, type JudgedItem } from "../scoring/judge-attempt.server";

/** The latest so many sittings are read: more would hardly move a figure, and a page would wait for them. */
export const MOST_PAPERS = 2_000;
const PAGE = 500;

export interface ReadPapers {
  readonly papers: readonly SatPaper[];
  /** As they were asked last, by the name they have in the papers. */
  readonly asked: ReadonlyMap<string, AskedVersion>;
  /** There are more sittings than were read. */
  readonly more: boolean;
  /** Of those, somebody has yet to mark these: they have no score, and are left out. */
  readonly waiting: number;
}

export interface AskedVersion {
  readonly versionId: string;
  readonly question: AskedQuestion;
  readonly prompt: string;
  readonly clause: string | null;
}

/**
 * Everyone's first sitting, because a second one of the same person is no fresh answer. A page of attempts is held at a
 * time, and of each no more than its shares and what was chosen.
 * @param nameOf what counts as one question: all of its versions, or each for itself
 */
export async function readPapers(
  assessmentId: string,
  nameOf: (item: Pick<JudgedItem, "versionId" | "bankId" | "questionId">) => string,
): Promise<ReadPapers> {
  const attempts = await db.attempt.findMany({
    where: { assessmentId, status: "submitted", number: 1 },
    orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
    take: MOST_PAPERS + 1,
    select: { id: true },
  });
  const ids = attempts.slice(0, MOST_PAPERS).map(({ id }) => id);
  const papers: SatPaper[] = [];
  const asked = new Map<string, AskedVersion>();
  let waiting = 0;
  for (let start = 0; start < ids.length; start += PAGE)
    for (const judged of await judgeAttempts(db, ids.slice(start, start + PAGE))) {
      for (const item of judged.items)
        if (!asked.has(nameOf(item))) asked.set(nameOf(item), askedVersion(item, nameOf(item)));
      if (judged.score.pending.length > 0) waiting++;
      else papers.push(paperOf(judged, nameOf));
    }
  return { papers, asked, waiting, more: attempts.length > MOST_PAPERS };
}

function paperOf({ attempt, items, score }: Judged, nameOf: (item: JudgedItem) => string): SatPaper {
  const seconds = secondsOf(attempt.startedAt, items);
  return {
    attemptId: attempt.id,
    score: score.score,
    items: items.map((item): SatItem => ({
      questionId: nameOf(item),
      versionId: item.versionId,
      share: item.treatment?.kind === "drop" ? null : item.points / item.worth,
      chosen: item.answer && "chosen" in item.answer ? item.answer.chosen : null,
      answered: item.answer !== null,
      seconds: seconds.get(item.position) ?? null,
    })),
  };
}

/** From one saved answer to the next: the time for reading it is in it, and so is a pause. */
export function secondsOf(
  startedAt: Date,
  items: readonly Pick<JudgedItem, "position" | "answeredAt">[],
): ReadonlyMap<number, number> {
  const answered = items
    .flatMap(({ position, answeredAt }) => (answeredAt ? [{ position, answeredAt }] : []))
    .sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime());
  return new Map(
    answered.map(({ position, answeredAt }, index) => [
      position,
      (answeredAt.getTime() - (answered[index - 1]?.answeredAt ?? startedAt).getTime()) / 1000,
    ]),
  );
}

function askedVersion(
  { versionId, clause, body, key, treatment }: JudgedItem,
  questionId: string,
): AskedVersion {
  const inForce = treatment?.kind === "new-key" ? treatment.key : key;
  const chosen = inForce.kind === "single" || inForce.kind === "multiple" || inForce.kind === "true-false";
  return {
    versionId,
    clause,
    prompt: body.prompt,
    question: {
      questionId,
      kind: body.kind,
      correct: chosen ? inForce.correct : null,
      options: chosen ? body.options.map(({ id }) => id) : [],
    },
  };
}
