import type { Tx } from "~/platform/db/client.server";
import { mailCandidate } from "../marking/mail-candidate.server";
import type { Judged } from "../scoring/judge-attempt.server";
import { markPercent, percent } from "../scoring/score-words";
import type { LatestResult } from "./latest-results.server";

/** Tells the person that a question was found faulty and what their result is since. */
export async function mailRegraded(
  tx: Tx,
  { attempt, blueprint, score }: Judged,
  before: LatestResult | undefined,
  reason: string,
): Promise<void> {
  const mark = blueprint.passMark;
  const was = before ? ` It was ${percent(before.score, mark)}, ${outcome(before.passed)}.` : "";
  await mailCandidate(tx, attempt, {
    subject: `Your result of ${blueprint.title} has changed`,
    paragraphs: [
      `a question of your attempt ${attempt.number} at ${blueprint.title} was looked at again. Your score is ${percent(score.score, mark)} now, ${outcome(score.passed)}; ${markPercent(mark)} is needed.${was}`,
      `The reason:\n${reason}`,
    ],
    place: "result",
    placeWords: "Your result, where you can also appeal",
  });
}

function outcome(passed: boolean): string {
  return passed ? "passed" : "not passed";
}
