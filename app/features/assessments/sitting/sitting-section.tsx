import { ArrowRight } from "lucide-react";
import { Fragment } from "react";
import { Button } from "~/ui/button";
import { QuestionHtml } from "../questions/question-html";
import type { AnswerControlProps } from "./answer-parts";
import type { AnswerConflict, Sitting } from "./attempt-view";
import { QuestionField } from "./question-field";

interface SittingSectionProps extends Pick<AnswerControlProps, "typed" | "onAnswer" | "onFile"> {
  sitting: Sitting;
  section: NonNullable<Sitting["section"]>;
  answered: (position: number) => boolean;
  problems: Readonly<Record<number, string>>;
  conflicts: Readonly<Record<number, AnswerConflict>>;
}

/** The questions of one page of the paper, inside the form of the sitting. */
export function SittingSection({
  sitting,
  section,
  answered,
  problems,
  conflicts,
  ...control
}: SittingSectionProps) {
  const { sections, language, next } = sitting;
  const total = sections.flatMap((each) => each.positions).length;
  const { questions } = section;
  const placed = (conflict: AnswerConflict | undefined, position: number) =>
    conflict && {
      ...conflict,
      attemptId: sitting.attemptId,
      place: String(sitting.page === "question" ? position : section.index + 1),
    };
  return (
    <section aria-labelledby="section-heading" className="grid gap-8">
      <h2 id="section-heading" tabIndex={-1} className="text-lg font-semibold">
        <span className="block text-sm font-normal text-muted">
          Section {section.index + 1} of {sections.length}
        </span>
        {sections[section.index]?.title}
      </h2>
      {questions.map((question, index) => (
        <Fragment key={question.position}>
          {question.scenario && question.scenario.id !== questions[index - 1]?.scenario?.id ? (
            <Scenario html={question.scenario.html} lang={language} />
          ) : null}
          <QuestionField
            question={question}
            total={total}
            lang={language}
            answered={answered(question.position)}
            problem={problems[question.position]}
            conflict={placed(conflicts[question.position], question.position)}
            {...control}
          />
        </Fragment>
      ))}
      <div className="border-t border-line pt-6">
        <Button size="large" name="go" value={next ?? "review"}>
          {next === null ? "Save and check" : "Save and continue"}
          <ArrowRight aria-hidden />
        </Button>
      </div>
    </section>
  );
}

/** What the questions below it are about. */
export function Scenario({ html, lang }: { html: string; lang: string }) {
  return (
    <div className="border-l-2 border-accent pl-4">
      <p className="text-sm font-medium text-muted">The case</p>
      <QuestionHtml html={html} lang={lang} className="mt-1 max-w-[40rem]" />
    </div>
  );
}
