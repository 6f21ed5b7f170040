import { useFetcher } from "@remix-run/react";
import { CircleCheck, CircleX } from "lucide-react";
import { useEffect, useRef } from "react";
import type { KnowledgeCheck as Check } from "~/features/content/lesson";
import { Button } from "~/ui/button";
import type { CheckFeedback } from "./check-feedback";

interface KnowledgeCheckProps {
  check: Check;
  feedback: CheckFeedback | undefined;
  /** Why the last answer was not taken. */
  problem?: string | undefined;
  /** Shows how it looks without taking answers: in a preview or in evidence. */
  inert?: boolean;
  snapshot: string;
}

/** A question in a lesson. Answered on the server, which alone knows the key. */
export function KnowledgeCheck({
  check,
  feedback: stored,
  problem: given,
  inert,
  snapshot,
}: KnowledgeCheckProps) {
  const fetcher = useFetcher<{ checkId: string; feedback?: CheckFeedback; problem?: string }>();
  const feedback = fetcher.data?.feedback ?? stored;
  const problem = fetcher.data ? fetcher.data.problem : given;
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fetcher.data) result.current?.focus();
  }, [fetcher.data]);
  const type = check.multiple ? "checkbox" : "radio";
  const anchor = `check-${check.id}`;

  return (
    <section
      className="my-9 max-w-[35.5rem] scroll-mt-20 rounded-md border border-edge/60 bg-surface p-5"
      id={anchor}
      aria-labelledby={`${anchor}-kind ${anchor}-question`}
    >
      <fetcher.Form method="post" action={`#${anchor}`}>
        <input type="hidden" name="intent" value="check" />
        <input type="hidden" name="check" value={check.id} />
        <input type="hidden" name="snapshot" value={snapshot} />
        <fieldset disabled={inert} className="grid min-w-0 gap-2.5">
          <legend className="mb-3">
            <span id={`${anchor}-kind`} className="block text-xs font-medium text-muted">
              {check.multiple ? "Check yourself: choose all that apply" : "Check yourself"}
            </span>
            <span
              id={`${anchor}-question`}
              className="mt-1 mb-1 block font-medium"
              dangerouslySetInnerHTML={{ __html: check.question }}
            />
          </legend>
          {check.choices.map((choice) => {
            const note = feedback?.notes[choice.id];
            const noteId = `${anchor}-${choice.id}-note`;
            return (
              <div key={choice.id}>
                <label className="flex min-h-6 items-start gap-2.5 text-[0.9375rem]">
                  <input
                    key={String(feedback?.chosen.includes(choice.id) ?? false)}
                    type={type}
                    name="choice"
                    value={choice.id}
                    defaultChecked={feedback?.chosen.includes(choice.id)}
                    className="mt-1 size-4 shrink-0 accent-accent"
                    aria-describedby={note ? noteId : undefined}
                  />
                  <ChoiceText html={choice.html} />
                </label>
                {note ? <ChoiceNote id={noteId} {...note} /> : null}
              </div>
            );
          })}
        </fieldset>
        {problem ? (
          <p role="alert" className="mt-3 text-sm font-medium text-expired">
            {problem}
          </p>
        ) : null}
        {inert ? null : (
          <Button variant="secondary" className="mt-4" disabled={fetcher.state !== "idle"}>
            {feedback ? "Answer again" : "Check my answer"}
          </Button>
        )}
      </fetcher.Form>
      <div ref={result} tabIndex={-1} aria-live="polite" className="outline-none">
        {feedback ? <Verdict feedback={feedback} multiple={check.multiple} /> : null}
      </div>
    </section>
  );
}

/** From the pipeline, which lets nothing harmful through. */
function ChoiceText({ html }: { html: string }) {
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

function ChoiceNote({ id, right, why }: { id: string; right: boolean; why: string }) {
  const Icon = right ? CircleCheck : CircleX;
  return (
    <p id={id} className={`mt-1 flex gap-2 pl-7 text-sm ${right ? "text-valid" : "text-expired"}`}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <strong className="font-semibold">{right ? "Right." : "Not this one."}</strong>{" "}
        <span className="text-ink">{why}</span>
      </span>
    </p>
  );
}

function Verdict({ feedback, multiple }: { feedback: CheckFeedback; multiple: boolean }) {
  const words = feedback.correct
    ? "That is right."
    : multiple
      ? "Not quite the right set yet."
      : "Not quite.";
  return (
    <div className="mt-4 border-t border-line pt-3">
      <p className="font-sans text-sm font-semibold">{words}</p>
      {feedback.explanation ? (
        <div className="mt-1 grid gap-2 text-sm" dangerouslySetInnerHTML={{ __html: feedback.explanation }} />
      ) : null}
    </div>
  );
}
