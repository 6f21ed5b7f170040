import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "~/ui/button";
import { control } from "~/ui/field-parts";
import { classNames } from "~/ui/class-names";
import { partName } from "./answer-form";
import { QuestionHtml } from "../questions/question-html";
import type { AnswerControlProps } from "./answer-parts";
import type { QuestionOption } from "../questions/question";
import { useHydrated } from "~/ui/use-hydrated";

/** Without JavaScript every step has a number to choose; with it, the steps themselves move up and down. */
export function OrderingAnswer(props: AnswerControlProps) {
  const hydrated = useHydrated();
  return hydrated ? <MovableSteps {...props} /> : <NumberedSteps {...props} />;
}

function orderGiven({ question }: AnswerControlProps): readonly string[] {
  return question.answer && "order" in question.answer ? question.answer.order : [];
}

function NumberedSteps(props: AnswerControlProps) {
  const { question, lang, typed, problem } = props;
  const { position, options } = question;
  const given = orderGiven(props);
  return (
    <>
      <p className="mb-2 text-sm text-muted">Choose the place of each step, 1 for the first.</p>
      <ul className="grid max-w-[44rem] gap-2">
        {options.map((option) => {
          const name = partName(position, option.id);
          return (
            <li
              key={option.id}
              className="flex items-start gap-3 rounded-md border border-line bg-surface px-3.5 py-2.5"
            >
              <select
                name={name}
                aria-labelledby={`${name}-place ${name}-text`}
                aria-invalid={problem ? true : undefined}
                defaultValue={
                  typed?.[name] ?? (given.includes(option.id) ? given.indexOf(option.id) + 1 : "")
                }
                className={classNames(control, "min-h-9 max-w-20 shrink-0")}
              >
                <option value="">–</option>
                {options.map((_, index) => (
                  <option key={index} value={index + 1}>
                    {index + 1}
                  </option>
                ))}
              </select>
              <span id={`${name}-place`} className="sr-only">
                Place of:
              </span>
              <QuestionHtml
                id={`${name}-text`}
                inline
                html={option.html}
                lang={lang}
                className="min-w-0 pt-1.5"
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}

const arrow =
  "inline-flex size-9 items-center justify-center rounded-md border border-edge/60 bg-surface hover:bg-hover " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-muted";

function MovableSteps(props: AnswerControlProps) {
  const { question, lang, onAnswer } = props;
  const { position, options } = question;
  const given = orderGiven(props);
  const [order, setOrder] = useState<readonly string[]>(
    given.length > 0 ? given : options.map((option) => option.id),
  );
  const [settled, setSettled] = useState(given.length > 0);
  const [moved, setMoved] = useState<{ id: string; by: number } | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const changes = useRef(0);

  useEffect(() => {
    if (changes.current > 0) onAnswer(position);
  }, [order, settled, onAnswer, position]);

  /* Moving the element loses its focus; at either end the button just pressed is disabled, so the other one takes it. */
  useEffect(() => {
    if (!moved) return;
    const pressed = buttons.current.get(`${moved.id}:${moved.by}`);
    (pressed?.disabled ? buttons.current.get(`${moved.id}:${-moved.by}`) : pressed)?.focus();
  }, [moved, order]);

  function move(id: string, by: number) {
    changes.current++;
    setOrder((before) => {
      const from = before.indexOf(id);
      const next = [...before];
      next.splice(from, 1);
      next.splice(from + by, 0, id);
      return next;
    });
    setSettled(true);
    setMoved({ id, by });
  }

  function settle() {
    changes.current++;
    setSettled(true);
  }

  const byId = new Map<string, QuestionOption>(options.map((option) => [option.id, option]));
  return (
    <div className="grid max-w-[44rem] gap-2">
      <p className="text-sm text-muted">
        Move the steps into the right order with the arrow buttons, the first at the top.
      </p>
      <ol className="grid gap-2">
        {order.map((id, index) => (
          <li
            key={id}
            className="flex items-start gap-3 rounded-md border border-line bg-surface px-3.5 py-2"
          >
            {settled ? <input type="hidden" name={partName(position, id)} value={index + 1} /> : null}
            <span aria-hidden className="w-5 shrink-0 pt-1.5 text-right font-medium text-muted tabular-nums">
              {index + 1}
            </span>
            <QuestionHtml
              inline
              id={`${partName(position, id)}-text`}
              html={byId.get(id)?.html ?? ""}
              lang={lang}
              className="min-w-0 grow pt-1.5"
            />
            <span className="flex shrink-0 gap-1">
              {[-1, 1].map((by) => {
                const label = `${partName(position, id)}-${by}`;
                return (
                  <button
                    key={by}
                    type="button"
                    className={arrow}
                    disabled={by < 0 ? index === 0 : index === order.length - 1}
                    aria-labelledby={`${label} ${partName(position, id)}-text`}
                    ref={(button) => {
                      if (button) buttons.current.set(`${id}:${by}`, button);
                      else buttons.current.delete(`${id}:${by}`);
                    }}
                    onClick={() => move(id, by)}
                  >
                    <span id={label} className="sr-only">
                      {by < 0 ? "Move up:" : "Move down:"}
                    </span>
                    {by < 0 ? (
                      <ArrowUp aria-hidden className="size-4" />
                    ) : (
                      <ArrowDown aria-hidden className="size-4" />
                    )}
                  </button>
                );
              })}
            </span>
          </li>
        ))}
      </ol>
      {settled ? null : (
        <div>
          <Button type="button" variant="secondary" size="small" onClick={settle}>
            The order is right as it stands
          </Button>
        </div>
      )}
      <p aria-live="polite" className="sr-only">
        {moved ? `Now in place ${order.indexOf(moved.id) + 1} of ${order.length}.` : ""}
      </p>
    </div>
  );
}
