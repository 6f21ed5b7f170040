import { QuestionHtml } from "../questions/question-html";
import type { ReviewedCriterion } from "../sitting/attempt-view";
import type { CountingMark } from "./marking-rules";

interface Props {
  /** What counts of it for this question. */
  mark: CountingMark;
  criteria: readonly ReviewedCriterion[];
  lang: string;
}

/** For the person, below their answer: what it earned by each criterion, and what the markers wrote. */
export function MarkComments({ mark, criteria, lang }: Props) {
  return (
    <div className="grid max-w-[44rem] gap-3 text-sm">
      <dl className="grid gap-1.5">
        {criteria.map(({ id, html, points }) => (
          <div key={id} className="flex flex-wrap justify-between gap-x-6">
            <dt>
              <QuestionHtml inline html={html} lang={lang} />
            </dt>
            <dd className="font-medium tabular-nums">
              {shown(mark.points[id] ?? 0)} of {points}
            </dd>
          </div>
        ))}
      </dl>
      {mark.comments.map((comment) => (
        <blockquote key={comment} className="border-l-2 border-line pl-3 break-words whitespace-pre-wrap">
          {comment}
        </blockquote>
      ))}
    </div>
  );
}

function shown(points: number): string {
  return String(Math.round(points * 100) / 100);
}
