/**
 * The quality of a test's questions, pure: the same papers give the same figures, in whatever order they arrive.
 *
 * The figures assume that sittings do not depend on one another. Give it one attempt a person, usually the first.
 */
import { questionFindings, testFindings, type Finding } from "./findings";
import { meetingsByQuestion } from "./meetings";
import { questionQuality, type QuestionQuality } from "./question-quality";
import type { AskedQuestion, SatPaper } from "./responses";
import { testQuality, type TestQuality } from "./test-quality";

export interface AnalyseInput {
  readonly papers: readonly SatPaper[];
  readonly questions: readonly AskedQuestion[];
  /** Share of points, 0 to 1. */
  readonly passMark: number;
}

export interface Analysis {
  readonly test: TestQuality & { readonly findings: readonly Finding[] };
  /** In the order of the questions given, those never asked included. */
  readonly questions: readonly (QuestionQuality & { readonly findings: readonly Finding[] })[];
}

export function analyse({ papers, questions, passMark }: AnalyseInput): Analysis {
  // Sums of decimals depend on their order in the last digit.
  const sorted = [...papers].sort((a, b) =>
    a.attemptId < b.attemptId ? -1 : a.attemptId > b.attemptId ? 1 : 0,
  );
  const test = testQuality(sorted, passMark);
  const meetings = meetingsByQuestion(sorted);
  return {
    test: { ...test, findings: testFindings(test) },
    questions: questions.map((question) => {
      const quality = questionQuality(question, meetings.get(question.questionId) ?? []);
      return { ...quality, findings: questionFindings(quality) };
    }),
  };
}
