import type { Tx } from "~/platform/db/client.server";
import { mailCandidate } from "./mail-candidate.server";
import { markPercent, percent } from "../scoring/score-words";
import type { Judged } from "../scoring/judge-attempt.server";

/** Tells the person what their attempt came to. */
export async function mailMarked(tx: Tx, { attempt, blueprint, score }: Judged): Promise<void> {
  const outcome = score.passed ? "You have passed." : "It is not passed.";
  await mailCandidate(tx, attempt, {
    subject: `${blueprint.title} has been marked`,
    paragraphs: [
      `your attempt ${attempt.number} at ${blueprint.title} has been marked. ${outcome} The score is ${percent(score.score, blueprint.passMark)}, and ${markPercent(blueprint.passMark)} is needed.`,
    ],
    place: "result",
    placeWords: "The result, with what the markers wrote",
  });
}
