import { Circle, CircleCheck } from "lucide-react";
import { classNames } from "~/ui/class-names";
import type { SectionProgress } from "./attempt-view";

interface AttemptNavigatorProps {
  sections: readonly SectionProgress[];
  /** The section shown; null on the page that asks for confirmation. */
  current: number | null;
  /** The form that these buttons submit, so that answers are saved on the way without JavaScript too. */
  formId: string;
}

const item =
  "flex min-h-9 w-full items-start gap-2 rounded-md px-2.5 py-1.5 text-left text-sm hover:bg-hover";

/** Comes after the form in the document, so that Enter in a field means "continue" and not the first of these. */
export function AttemptNavigator({ sections, current, formId }: AttemptNavigatorProps) {
  const total = sections.flatMap((section) => section.positions).length;
  const unanswered = sections.flatMap((section) => section.unanswered).length;
  return (
    <nav aria-label="Sections of the test">
      <p className="px-2.5 pb-2 text-sm text-muted">
        {total - unanswered} of {total} answered
      </p>
      <ol className="grid gap-0.5">
        {sections.map(({ title, positions, unanswered: open }, index) => {
          const done = open.length === 0;
          const Icon = done ? CircleCheck : Circle;
          return (
            <li key={index}>
              <button
                type="submit"
                form={formId}
                name="go"
                value={index + 1}
                aria-current={index === current ? "step" : undefined}
                className={classNames(item, index === current && "bg-sunken font-medium")}
              >
                <Icon
                  aria-hidden
                  className={classNames("mt-0.5 size-4 shrink-0", done ? "text-valid" : "text-muted")}
                />
                <span>
                  {title}
                  <span className="block font-normal text-muted">
                    {done
                      ? "all answered"
                      : `${positions.length - open.length} of ${positions.length} answered`}
                  </span>
                </span>
              </button>
            </li>
          );
        })}
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
