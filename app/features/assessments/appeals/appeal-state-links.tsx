import { Link } from "@remix-run/react";
import { classNames } from "~/ui/class-names";
import { APPEAL_STATES, type AppealState } from "./appeal-rules";

const words: Record<AppealState, string> = {
  open: "Open",
  upheld: "Upheld",
  rejected: "Not upheld",
  withdrawn: "Withdrawn",
};

export function AppealStateLinks({ current }: { current: AppealState }) {
  return (
    <nav aria-label="State of appeals" className="flex flex-wrap gap-2 text-sm print:hidden">
      {APPEAL_STATES.map((state) => (
        <Link
          key={state}
          to={state === "open" ? "/test-office/appeals" : `/test-office/appeals?state=${state}`}
          aria-current={state === current ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-8 items-center rounded-md border px-2.5",
            state === current
              ? "border-accent bg-accent-soft font-medium text-accent"
              : "border-line text-muted hover:bg-hover hover:text-ink",
          )}
        >
          {words[state]}
        </Link>
      ))}
    </nav>
  );
}
