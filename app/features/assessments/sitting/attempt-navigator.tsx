import { Circle, CircleCheck, Flag } from "lucide-react";
import { classNames } from "~/ui/class-names";
import { count } from "../scoring/score-words";
import type { SectionProgress, Sitting } from "./attempt-view";

interface AttemptNavigatorProps {
  sections: readonly SectionProgress[];
  /** What a page shows. */
  page: Sitting["page"];
  /** The section shown; null on the page that asks for confirmation. */
  current: number | null;
  /** The questions shown. */
  shown: readonly number[];
  /** The form that these buttons submit, so that answers are saved on the way without JavaScript too. */
  formId: string;
}

const item =
  "flex min-h-9 w-full items-start gap-2 rounded-md px-2.5 py-1.5 text-left text-sm hover:bg-hover";

/** Comes after the form in the document, so that Enter in a field means "continue" and not the first of these. */
export function AttemptNavigator({ sections, page, current, shown, formId }: AttemptNavigatorProps) {
  const total = sections.flatMap((section) => section.positions).length;
  const unanswered = sections.flatMap((section) => section.unanswered).length;
  const flagged = sections.flatMap((section) => section.flagged).length;
  return (
    <nav aria-label="Sections of the test">
      <p className="px-2.5 pb-2 text-sm text-muted">
        {total - unanswered} of {total} answered
        {flagged > 0 ? `, ${count(flagged, "question")} to come back to` : ""}
      </p>
      <ol className="grid gap-0.5">
        {sections.map((section, index) => (
          <li key={index}>
            <button
              type="submit"
              form={formId}
              name="go"
              value={page === "section" ? index + 1 : (section.positions[0] ?? 1)}
              aria-current={index === current ? "step" : undefined}
              className={classNames(item, index === current && "bg-sunken font-medium")}
            >
              <SectionState section={section} />
            </button>
            <QuestionNumbers section={section} index={index} page={page} shown={shown} formId={formId} />
          </li>
        ))}
        <li>
          <button
            type="submit"
            form={formId}
            name="go"
            value="review"
            aria-current={current === null ? "step" : undefined}
            className={classNames(item, "pl-8.5", current === null && "bg-sunken font-medium")}
          >
            Check and submit
          </button>
        </li>
      </ol>
    </nav>
  );
}

function SectionState({ section: { title, positions, unanswered } }: { section: SectionProgress }) {
  const done = unanswered.length === 0;
  const Icon = done ? CircleCheck : Circle;
  return (
    <>
      <Icon
        aria-hidden
        className={classNames("mt-0.5 size-4 shrink-0", done ? "text-valid" : "text-muted")}
      />
      <span>
        {title}
        <span className="block font-normal text-muted">
          {done ? "all answered" : `${positions.length - unanswered.length} of ${positions.length} answered`}
        </span>
      </span>
    </>
  );
}

interface QuestionNumbersProps extends Pick<AttemptNavigatorProps, "page" | "shown" | "formId"> {
  section: SectionProgress;
  index: number;
}

/** Each question by its number: the section it is in, opened at it, or its own page. */
function QuestionNumbers({ section, index, page, shown, formId }: QuestionNumbersProps) {
  return (
    <ul className="flex flex-wrap gap-1 pb-1.5 pl-8.5">
      {section.positions.map((position) => {
        const answered = !section.unanswered.includes(position);
        const flagged = section.flagged.includes(position);
        const state = [answered ? "answered" : "not answered", flagged ? "to come back to" : ""];
        return (
          <li key={position}>
            <button
              type="submit"
              form={formId}
              name="go"
              value={page === "section" ? `${index + 1}-${position}` : position}
              aria-label={`Question ${position}, ${state.filter(Boolean).join(", ")}`}
              aria-current={page === "question" && shown.includes(position) ? "step" : undefined}
              className={classNames(
                "relative inline-flex size-8 items-center justify-center rounded-md border text-sm tabular-nums hover:bg-hover aria-[current]:outline-2 aria-[current]:outline-accent",
                answered ? "border-valid/50 bg-valid-soft text-valid" : "border-line text-muted",
              )}
            >
              {position}
              {flagged ? (
                <Flag aria-hidden className="absolute -top-1 -right-1 size-3 fill-current text-due" />
              ) : null}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
