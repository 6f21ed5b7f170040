import { FileDown } from "lucide-react";
import type { ReviewedQuestion } from "../sitting/attempt-view";
import { QuestionHtml } from "./question-html";

interface ResponseReviewProps {
  response: NonNullable<ReviewedQuestion["response"]>;
  /** Where a file that was handed in is fetched. */
  fileAddress?: string | undefined;
  lang: string;
}

/** What was written or handed in, and what it is judged by. */
export function ResponseReview({ response, fileAddress, lang }: ResponseReviewProps) {
  const { text, file, criteria } = response;
  return (
    <div className="grid gap-3">
      {text === null ? null : (
        <blockquote
          dir="auto"
          className="max-w-[40rem] border-l-2 border-line pl-3 break-words whitespace-pre-wrap"
        >
          {text}
        </blockquote>
      )}
      {file ? (
        <p>
          {fileAddress ? (
            <a href={fileAddress} className="link inline-flex items-center gap-1.5 break-all">
              <FileDown aria-hidden className="size-4 shrink-0" />
              {file.name}
            </a>
          ) : (
            file.name
          )}
        </p>
      ) : null}
      {text === null && !file ? <p className="text-muted">Nothing was handed in.</p> : null}
      <ul className="grid list-disc gap-0.5 pl-5 text-sm text-muted">
        {criteria.map(({ id, html, points }) => (
          <li key={id}>
            <QuestionHtml inline html={html} lang={lang} />, up to {points}{" "}
            {points === 1 ? "point" : "points"}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What was typed beside what is accepted. */
export function TypedReview({ typed }: { typed: NonNullable<ReviewedQuestion["typed"]> }) {
  return (
    <dl className="grid gap-1">
      <div className="flex gap-2">
        <dt className="text-muted">Given</dt>
        <dd dir="auto" className="break-words">
          {typed.given ?? "nothing"}
        </dd>
      </div>
      <Accepted term="Right" texts={typed.right} />
      <Accepted term="Right in part" texts={typed.partly} />
    </dl>
  );
}

const SHOWN = 3;

function Accepted({ term, texts }: { term: string; texts: readonly string[] }) {
  if (texts.length === 0) return null;
  const more = texts.slice(SHOWN);
  return (
    <div className="flex gap-2">
      <dt className="shrink-0 text-muted">{term}</dt>
      <dd dir="auto" className="break-words">
        <AcceptedTexts texts={texts.slice(0, SHOWN)} />
        {more.length > 0 ? (
          <details>
            <summary className="min-h-6 w-fit cursor-pointer text-sm text-muted">{more.length} more</summary>
            <AcceptedTexts texts={more} />
          </details>
        ) : null}
      </dd>
    </div>
  );
}

/** With dots where any text may stand. */
function AcceptedTexts({ texts }: { texts: readonly string[] }) {
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text.replace(/\*+/g, "…")}</li>
      ))}
    </ul>
  );
}
