import { RadioGroup, TextArea } from "~/ui/field";
import { QuestionHtml } from "../questions/question-html";
import { count } from "../scoring/score-words";
import { EarlierMarks } from "./earlier-marks";
import type { QuestionToMark } from "./find-marking.server";
import type { MarkValues } from "./mark-values";
import { ResponseShown } from "./response-shown";

interface Props extends MarkValues {
  attemptId: string;
  language: string;
  question: QuestionToMark;
}

/** One answer with its rubric beside it where there is room, so that both are in view. */
export function MarkQuestion({ attemptId, language, question, valueOf, errorsOf }: Props) {
  const { position, section, scenario, prompt, criteria, explanation, words, worth } = question;
  return (
    <section aria-labelledby={`question-${position}`} className="grid gap-4 border-t border-line pt-5">
      <header>
        <h2 id={`question-${position}`} className="text-lg font-semibold">
          Question {position}
        </h2>
        <p className="text-sm text-muted">
          {section}, worth {count(worth, "point")}
          {words === null ? "" : `, up to ${words.toLocaleString("en")} words asked for`}
        </p>
      </header>
      <div className="grid max-w-[44rem] gap-3">
        {scenario ? (
          <QuestionHtml html={scenario} lang={language} className="border-l-2 border-line pl-3" />
        ) : null}
        <QuestionHtml html={prompt} lang={language} />
      </div>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <div className="grid content-start gap-4">
          <ResponseShown attemptId={attemptId} language={language} {...question} />
          <details>
            <summary className="min-h-6 cursor-pointer text-sm text-accent">Model answer</summary>
            <QuestionHtml html={explanation} lang={language} className="mt-2 border-l-2 border-line pl-3" />
          </details>
        </div>
        <div className="grid content-start gap-5">
          <EarlierMarks question={question} language={language} />
          {criteria.map(({ id, html, levels }) => {
            const name = `points.${position}.${id}`;
            return (
              <RadioGroup
                key={id}
                id={`marking-${name}`}
                name={name}
                label={<QuestionHtml inline html={html} lang={language} />}
                defaultValue={valueOf(name)}
                errors={errorsOf(name)}
                options={levels.map((level) => ({
                  value: String(level.points),
                  label: (
                    <>
                      <span className="font-medium tabular-nums">{count(level.points, "point")}</span>{" "}
                      <QuestionHtml inline html={level.html} lang={language} />
                    </>
                  ),
                }))}
              />
            );
          })}
          <TextArea
            id={`marking-comment.${position}`}
            name={`comment.${position}`}
            label="Comment"
            hint="The person reads it with the result. They are not told who wrote it."
            rows={3}
            defaultValue={valueOf(`comment.${position}`)}
            errors={errorsOf(`comment.${position}`)}
          />
        </div>
      </div>
    </section>
  );
}
