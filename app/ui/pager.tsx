import { Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface PagerProps {
  /** Addresses; leave out where there is no such page. */
  next?: string | null | undefined;
  previous?: string | null | undefined;
  /** Where pages can only be gone through forwards. */
  first?: string | null | undefined;
  summary?: ReactNode;
  /** Where a page has several. */
  label?: string;
}

const look =
  "inline-flex min-h-8 items-center gap-1 rounded-md border border-edge/60 bg-surface px-2.5 font-medium hover:bg-hover";

export function Pager({ next, previous, first, summary, label = "Pages" }: PagerProps) {
  if (!next && !previous && !first && !summary) return null;
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center justify-between gap-3 text-sm print:hidden"
    >
      <p className="text-muted">{summary}</p>
      <div className="flex gap-2">
        {first ? (
          <Link to={first} className={look}>
            <ChevronLeft aria-hidden className="size-4" />
            Back to the first page
          </Link>
        ) : null}
        {previous ? (
          <Link to={previous} rel="prev" className={look}>
            <ChevronLeft aria-hidden className="size-4" />
            Previous
          </Link>
        ) : null}
        {next ? (
          <Link to={next} rel="next" className={look}>
            Next
            <ChevronRight aria-hidden className="size-4" />
          </Link>
        ) : null}
      </div>
    </nav>
  );
}
