import { Facts } from "~/ui/facts";
import type { QuestionQuality } from "../item-analysis/question-quality";
import { figure, share, time } from "./figure-words";

interface QuestionFiguresProps {
  quality: QuestionQuality;
  /** In all papers of the test, later sittings included. */
  asked: number;
}

export function QuestionFigures({ quality, asked }: QuestionFiguresProps) {
  const { difficulty, discrimination, upperLower, unanswered, seconds } = quality;
  return (
    <Facts
      columns
      items={[
        { label: "Times asked", value: `${asked}, ${quality.n} of them counted here` },
        { label: "Right, on average", value: share(difficulty) },
        { label: "Tells apart, −1 to 1", value: figure(discrimination) },
        { label: "Best quarter less weakest", value: figure(upperLower) },
        { label: "Left open", value: share(unanswered) },
        {
          label: "Time",
          value: seconds
            ? `${time(seconds.median)}; half took ${time(seconds.lower)} to ${time(seconds.upper)}`
            : "–",
        },
      ]}
    />
  );
}
