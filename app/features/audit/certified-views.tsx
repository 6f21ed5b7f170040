import { Link } from "@remix-run/react";
import { classNames } from "~/ui/class-names";
import { COUNTED_TO_WORDS } from "./certified-words";
import type { Counted } from "./certified-answer";
import { certifiedSearch, type CertifiedQuestion, type CertifiedView } from "./certified-question";

interface CertifiedViewsProps {
  question: Pick<CertifiedQuestion, "certification" | "on" | "known" | "view">;
  counts: Readonly<Record<CertifiedView, Counted>>;
}

const views: readonly { view: CertifiedView; label: string }[] = [
  { view: "certified", label: "certified" },
  { view: "missing", label: "required but not certified" },
];

/** The two numbers of the answer; each leads to the people it counts. */
export function CertifiedViews({ question, counts }: CertifiedViewsProps) {
  return (
    <nav aria-label="Who to list" className="grid grid-cols-2 gap-3 sm:flex">
      {views.map(({ view, label }) => {
        const current = question.view === view;
        return (
          <Link
            key={view}
            to={`/audit${certifiedSearch({ ...question, view })}`}
            aria-current={current ? "page" : undefined}
            className={classNames(
              "flex flex-col sm:min-w-44 rounded-md border px-4 py-2.5 hover:bg-hover",
              current ? "border-accent bg-accent-soft" : "border-line bg-surface",
            )}
          >
            <span className="text-2xl font-semibold tabular-nums">
              {counts[view]?.toLocaleString("en-US") ?? COUNTED_TO_WORDS}
            </span>
            <span className="text-sm text-muted">{label}</span>
          </Link>
        );
      })}
    </nav>
  );
}
