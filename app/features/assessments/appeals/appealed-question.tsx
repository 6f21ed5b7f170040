import { EarlierMarks } from "../marking/earlier-marks";
import { ReviewedQuestionItem } from "../questions/reviewed-question";
import type { AppealedQuestion } from "./find-appeal.server";

/** The question as the person sees it with their result, and beside it what people gave. */
export function AppealedQuestionItem({ question, lang }: { question: AppealedQuestion; lang: string }) {
  const { reviewed, marks, criteria } = question;
  return (
    <div className="grid gap-4">
      <ReviewedQuestionItem question={reviewed} lang={lang} level={3} />
      <div className="max-w-[44rem]">
        <EarlierMarks question={{ position: reviewed.position, criteria, earlier: marks }} language={lang} />
      </div>
    </div>
  );
}
