import type { ReviewedQuestion } from "~/features/assessments/sitting/attempt-view";
import { blueprintsOf } from "~/features/assessments/blueprints/blueprints.server";
import { requireNotAnswering } from "~/features/assessments/questions/answering-now.server";
import { questionVersions } from "~/features/assessments/questions/question-versions.server";
import { rescore } from "~/features/assessments/scoring/rescore.server";
import type { TestDocument } from "~/features/assessments/scoring/test-document";
import type { PaperQuestion, PinnedHash, TestEvidence } from "./record-evidence";

/** The paper as it was served, and its score worked out again. @throws ZodError when `document` is not one of a test; Conflict while the reader is asked the same questions */
export async function testEvidence(
  readerId: string,
  document: unknown,
): Promise<{ proof: TestEvidence; pinned: PinnedHash[] }> {
  const { document: recorded, differences, score, questions } = await rescore(document);
  const versions = await questionVersions(recorded.items.map((item) => item.question));
  await requireNotAnswering(readerId, [...versions.values()]);
  const blueprint = (await blueprintsOf([recorded.revision])).get(recorded.revision);
  const items = new Map(recorded.items.map((item) => [item.position, item]));
  const paper = questions.map((question) => onPaper(question, items.get(question.position)!));
  const { attemptNumber, revisionNumber, startedAt, submittedAt, deadlineAt, timeUp, scoring, passMark } =
    recorded;
  return {
    proof: {
      kind: "test",
      attemptNumber,
      revisionNumber,
      startedAt,
      submittedAt,
      deadlineAt,
      timeUp,
      scoring,
      passMark,
      language: blueprint?.language ?? "en",
      stored: totals(recorded),
      again: totals(score),
      differences,
      clauses: score.clauses,
      sections: recorded.sections.map((title, index) => ({
        title,
        questions: paper.filter(({ section }) => section === index),
      })),
    },
    pinned: [
      { what: "Assessment revision", hash: recorded.revision },
      ...recorded.items.flatMap(({ position, question, bodyHash, keyHash }) => [
        { what: `Question ${position}`, hash: question },
        { what: `Question ${position}, text`, hash: bodyHash },
        { what: `Question ${position}, key`, hash: keyHash },
      ]),
    ],
  };
}

function totals({ score, points, max, passed }: TestEvidence["stored"]): TestEvidence["stored"] {
  return { score, points, max, passed };
}

function onPaper(question: ReviewedQuestion, item: TestDocument["items"][number]): PaperQuestion {
  const html = new Map(question.options.map((option) => [option.id, option.html]));
  const given = item.answer && "order" in item.answer ? item.answer.order : [];
  return {
    ...question,
    served: item.served.map((id) => ({ id, html: html.get(id) ?? id })),
    givenOrder: given.map((id) => html.get(id) ?? id),
    answeredAt: item.answeredAt,
  };
}
