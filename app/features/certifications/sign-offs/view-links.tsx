import { Link } from "@remix-run/react";
import { classNames } from "~/ui/class-names";
import type { SignOffView } from "./sign-off-list.server";
import { viewWords } from "./sign-off-words";

export function ViewLinks({ views, current }: { views: readonly SignOffView[]; current: SignOffView }) {
  return (
    <nav aria-label="Which sign-offs" className="flex flex-wrap gap-2 text-sm print:hidden">
      {views.map((view) => (
        <Link
          key={view}
          to={`/sign-offs?view=${view}`}
          aria-current={view === current ? "page" : undefined}
          className={classNames(
            "inline-flex min-h-9 items-center rounded-md border px-3",
            view === current
              ? "border-accent bg-accent-soft font-medium text-accent"
              : "border-line text-muted hover:bg-hover hover:text-ink",
          )}
        >
          {viewWords[view]}
        </Link>
      ))}
    </nav>
  );
}
