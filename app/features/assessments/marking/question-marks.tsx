import type { AttemptResult, ReviewedQuestion } from "../sitting/attempt-view";
import { MarkComments } from "./mark-comments";

interface QuestionMarksProps {
  result: Pick<AttemptResult, "marks" | "knownAt" | "language">;
  question: ReviewedQuestion;
}

/** What people gave an answer, once there is a result. */
export function QuestionMarks({ result, question }: QuestionMarksProps) {
  const mark = result.marks[question.position];
  if (!mark || !question.response || result.knownAt === null) return null;
  return (
    <div className="mt-3">
      <MarkComments mark={mark} criteria={question.response.criteria} lang={result.language} />
    </div>
  );
}
