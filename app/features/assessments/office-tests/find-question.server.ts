import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { questionFindings, type Finding } from "../item-analysis/findings";
import { meetingsByQuestion } from "../item-analysis/meetings";
import { questionQuality, type QuestionQuality } from "../item-analysis/question-quality";
import type { QuestionKey } from "../questions/question";
import { reviewQuestion } from "../questions/review-question";
import { isAnswering } from "../questions/answering-now.server";
import { regradesOf, type RegradeRow } from "../regrading/regrades-of.server";
import { treatmentFrom } from "../scoring/judge-attempt.server";
import type { ReviewedQuestion } from "../sitting/attempt-view";
import { findQuestionVersion, type QuestionInTest, type Which } from "./find-question-version.server";
import { readPapers } from "./read-papers.server";

export interface ShownQuestion {
  readonly found: QuestionInTest;
  /** Null while the person who asks is answering it in a test that is open: then no key is told, in no way. */
  readonly told: ToldQuestion | null;
}

export interface ToldQuestion {
  /** With what is right now, also after another key. */
  readonly key: QuestionKey;
  readonly review: ReviewedQuestion;
  readonly quality: QuestionQuality;
  readonly findings: readonly Finding[];
  readonly regrades: readonly RegradeRow[];
}

/** With its key and how people answered it. @throws NotFound */
export async function findQuestion(actor: Actor, which: Which): Promise<ShownQuestion> {
  const found = await findQuestionVersion(actor, which);
  return { found, told: (await isAnswering(db, actor.personId, found)) ? null : await tell(found) };
}

async function tell({ test, versionId, body }: QuestionInTest): Promise<ToldQuestion> {
  const { key: stored } = await db.questionVersion.findUniqueOrThrow({
    where: { id: versionId },
    select: { key: true },
  });
  const key = JSON.parse(stored) as QuestionKey;
  const regrades = await regradesOf(versionId);
  const [latest] = regrades;
  const treatment = latest ? treatmentFrom(latest) : undefined;
  const { papers, asked } = await readPapers(test.id, (item) => item.versionId);
  const question = asked.get(versionId)?.question;
  const quality = questionQuality(
    question ?? { questionId: versionId, kind: body.kind, correct: null, options: [] },
    meetingsByQuestion(papers).get(versionId) ?? [],
  );
  const served = body.options.map(({ id }) => id);
  return {
    key: treatment?.kind === "new-key" ? treatment.key : key,
    review: reviewQuestion({
      position: 1,
      section: 0,
      clause: null,
      points: 0,
      answer: null,
      served,
      body,
      key,
      ...(treatment ? { treatment } : {}),
    }),
    quality,
    findings: questionFindings(quality),
    regrades,
  };
}
