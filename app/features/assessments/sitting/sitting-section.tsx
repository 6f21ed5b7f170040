import { ArrowRight } from "lucide-react";
import { Button } from "~/ui/button";
import { QuestionField } from "./question-field";
import type { Sitting } from "./attempt-view";

interface SittingSectionProps {
  sitting: Sitting;
  section: NonNullable<Sitting["section"]>;
  answered: (position: number) => boolean;
  problems: Readonly<Record<number, string>>;
  typed: Readonly<Record<string, string>> | undefined;
  onAnswer: (position: number) => void;
}

/** The questions of one section, inside the form of the sitting. */
export function SittingSection({
  sitting,
  section,
  answered,
  problems,
  typed,
  onAnswer,
}: SittingSectionProps) {
  const total = sitting.sections.flatMap((each) => each.positions).length;
  const last = section.index === sitting.sections.length - 1;
  return (
    <section aria-labelledby="section-heading" className="grid gap-8">
      <h2 id="section-heading" tabIndex={-1} className="text-lg font-semibold">
        <span className="block text-sm font-normal text-muted">
          Section {section.index + 1} of {sitting.sections.length}
        </span>
        {sitting.sections[section.index]?.title}
      </h2>
      {section.questions.map((question) => (
        <QuestionField
          key={question.position}
          question={question}
          total={total}
          lang={sitting.language}
          answered={answered(question.position)}
          problem={problems[question.position]}
          typed={typed}
          onAnswer={onAnswer}
        />
      ))}
      <div className="border-t border-line pt-6">
        <Button size="large" name="go" value={last ? "review" : section.index + 2}>
          {last ? "Save and check" : "Save and continue"}
          <ArrowRight aria-hidden />
        </Button>
      </div>
    </section>
  );
}
