import { Check } from "lucide-react";
import type { ReactNode } from "react";
import type { QuestionBody, QuestionKey, QuestionOption } from "../questions/question";
import { showNumber } from "../questions/certain-number";
import { QuestionHtml } from "../questions/question-html";

interface QuestionKeyProps {
  body: Pick<QuestionBody, "options" | "unit" | "stems" | "gaps" | "criteria">;
  question: QuestionKey;
  lang: string;
}

/** What is right in a question of any kind, choices among them. */
export function ChosenKeyShown(props: QuestionKeyProps) {
  const { body, question, lang } = props;
  if (!("correct" in question) || question.kind === "hotspot") return <QuestionKeyShown {...props} />;
  const { credits = {} } = question;
  return (
    <ul className="grid gap-1">
      {body.options
        .filter(({ id }) => question.correct.includes(id) || (credits[id] ?? 0) !== 0)
        .map(({ id, html }) => (
          <li key={id}>
            <Right>
              <QuestionHtml inline html={html} lang={lang} />
              {credits[id] === undefined ? "" : `, ${Math.round(credits[id] * 100)}% of the points`}
            </Right>
          </li>
        ))}
    </ul>
  );
}

/** What a question offers and what is right in it, of every kind but choices, which the table of options shows. */
export function QuestionKeyShown({ body, question, lang }: QuestionKeyProps) {
  switch (question.kind) {
    case "numeric":
      return (
        <Right>
          {showNumber(question.value)}
          {body.unit ? ` ${body.unit}` : ""}
          {question.tolerance > 0 ? `, give or take ${showNumber(question.tolerance)}` : ""}
          {question.units ? `; units: ${Object.keys(question.units).join(", ")}` : ""}
        </Right>
      );
    case "ordering":
      return (
        <ol className="grid list-decimal gap-1 pl-5">
          {question.order.map((id) => (
            <li key={id}>
              <QuestionHtml inline html={htmlOf(body.options, id)} lang={lang} />
            </li>
          ))}
        </ol>
      );
    case "matching":
    case "gaps":
      return <Pairs body={body} pairs={question.pairs} lang={lang} />;
    case "short-text":
      return (
        <ul className="grid gap-1">
          {question.accepted.map(({ text, credit }) => (
            <li key={text}>
              <Right>
                “{text}”{credit < 1 ? `, for ${Math.round(credit * 100)}% of the points` : ""}
              </Right>
            </li>
          ))}
          <li className="text-sm text-muted">
            {question.matchCase ? "Capitals have to be the same." : "Capitals do not matter."} A * stands for
            any text.
          </li>
        </ul>
      );
    case "hotspot":
      return (
        <ul className="grid gap-1">
          {body.options.map(({ id, html }) => (
            <li key={id} className="flex items-start gap-2">
              {question.correct.includes(id) ? (
                <Check aria-label="Right" className="mt-1 size-4 shrink-0 text-valid" />
              ) : (
                <span className="w-4 shrink-0" />
              )}
              <QuestionHtml inline html={html} lang={lang} />
            </li>
          ))}
        </ul>
      );
    case "free-response":
    case "file-response":
      return (
        <ul className="grid gap-3">
          {(body.criteria ?? []).map(({ id, html }) => (
            <li key={id}>
              <QuestionHtml inline html={html} lang={lang} className="font-medium" />
              <ul className="mt-1 grid gap-0.5 text-sm">
                {(question.rubric.find((each) => each.id === id)?.levels ?? []).map((level) => (
                  <li key={level.points}>
                    {level.points}: <QuestionHtml inline html={level.html} lang={lang} />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      );
    default:
      return null;
  }
}

function Right({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2">
      <Check aria-label="Right" className="mt-1 size-4 shrink-0 text-valid" />
      <span>{children}</span>
    </p>
  );
}

function Pairs({
  body,
  pairs,
  lang,
}: Pick<QuestionKeyProps, "body" | "lang"> & {
  pairs: Readonly<Record<string, string>>;
}) {
  const slots = body.gaps ?? (body.stems ?? []).map(({ id }) => ({ id, options: body.options }));
  return (
    <dl className="grid gap-1.5">
      {slots.map(({ id, options }) => (
        <div key={id} className="flex flex-wrap gap-x-3">
          <dt className="text-muted">
            <QuestionHtml inline html={htmlOf(body.stems ?? [], id) || `Gap ${id}`} lang={lang} />
          </dt>
          <dd>
            <Right>
              <QuestionHtml inline html={htmlOf(options, pairs[id] ?? "")} lang={lang} />
            </Right>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function htmlOf(options: readonly QuestionOption[], id: string): string {
  return options.find((option) => option.id === id)?.html ?? "";
}
