import { may, type Actor } from "~/features/people/actor";
import { limit } from "~/platform/rate-limit.server";
import { db } from "~/platform/db/client.server";
import { judgeAttempts, type Judged } from "../scoring/judge-attempt.server";
import { attemptsWithQuestion } from "./attempts-with-question.server";
import { latestResults } from "./latest-results.server";
import { findRegradable, treatmentFor } from "./regradable-question.server";
import type { RegradeChoice } from "./treatment-choice";
import { tooFewAfter, type TooFew } from "./too-few-after.server";

export interface RegradePreview {
  /** Submitted attempts with the question, in any test. */
  readonly touched: number;
  readonly rises: number;
  readonly falls: number;
  readonly stays: number;
  readonly toPass: Crossing;
  readonly toFail: Crossing;
  /** Somebody has yet to mark these; the marking will count it. */
  readonly waiting: number;
  /** Had to be marked, and no longer have to be. */
  readonly settled: number;
  /** Being answered now: it will count when they are submitted. */
  readonly open: number;
  readonly tooFew: readonly TooFew[];
}

/** People who would pass or fail by it: how many, and the first of them by name. */
export interface Crossing {
  readonly count: number;
  readonly people: readonly CrossingPerson[];
}

interface CrossingPerson {
  readonly name: string;
  readonly test: string;
  /** For whoever may open the person's page. */
  readonly personId: string | null;
  readonly before: number;
  readonly after: number;
}

interface RegradeInput extends RegradeChoice {
  readonly questionVersionId: string;
}

const PAGE = 500;
const previews = {
  points: 30,
  seconds: 300,
  message: "You have looked at many previews in the last minutes. Please wait a little, then look again.",
};
const NAMED = 50;

/** What a regrade would do. Saves nothing, and holds no more than a page of attempts at a time. */
export async function previewRegrade(actor: Actor, input: RegradeInput): Promise<RegradePreview> {
  const question = await findRegradable(db, actor, input.questionVersionId);
  const treatment = treatmentFor(question, input);
  await limit("regrade-preview", actor.personId, previews);
  const { questionVersionId } = input;
  const supposed = new Map([[questionVersionId, treatment]]);
  const counts = { touched: 0, rises: 0, falls: 0, stays: 0, waiting: 0, settled: 0 };
  const toPass = new Crossings();
  const toFail = new Crossings();

  for await (const ids of attemptsWithQuestion(questionVersionId, { take: PAGE })) {
    const [judged, before] = [await judgeAttempts(db, ids, supposed), await latestResults(db, ids)];
    counts.touched += judged.length;
    for (const each of judged) {
      const [{ score }, was] = [each, before.get(each.attempt.id)];
      if (score.pending.length > 0) counts.waiting++;
      else if (!was) counts.settled++;
      else {
        if (score.score === was.score) counts.stays++;
        else counts[score.score > was.score ? "rises" : "falls"]++;
        if (score.passed !== was.passed) (score.passed ? toPass : toFail).add(each, was.score);
      }
    }
    await toPass.nameThem();
    await toFail.nameThem();
  }
  return {
    ...counts,
    toPass: toPass.shownTo(actor),
    toFail: toFail.shownTo(actor),
    open: await db.attemptItem.count({ where: { questionVersionId, attempt: { status: "open" } } }),
    tooFew: await tooFewAfter(question, treatment),
  };
}

/** Counts all, and keeps those who come first by name. */
class Crossings {
  private count = 0;
  private named: (CrossingPerson & { readonly personId: string })[] = [];
  private unnamed: (Omit<CrossingPerson, "name"> & { readonly personId: string })[] = [];

  add({ attempt, blueprint, score }: Judged, before: number): void {
    this.count++;
    this.unnamed.push({ personId: attempt.personId, test: blueprint.title, before, after: score.score });
  }

  async nameThem(): Promise<void> {
    if (this.unnamed.length === 0) return;
    const rows = await db.person.findMany({
      where: { id: { in: this.unnamed.map(({ personId }) => personId) } },
      select: { id: true, name: true },
    });
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    const found = this.unnamed.map((each) => ({ ...each, name: names.get(each.personId) ?? "" }));
    this.unnamed = [];
    this.named = [...this.named, ...found]
      .sort((a, b) => a.name.localeCompare(b.name, "en") || (a.personId < b.personId ? -1 : 1))
      .slice(0, NAMED);
  }

  shownTo(actor: Actor): Crossing {
    const linked = may(actor, "admin");
    const people = this.named.map((each) => ({ ...each, personId: linked ? each.personId : null }));
    return { count: this.count, people };
  }
}
