import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import { useId, type ReactNode } from "react";
import { classNames } from "./class-names";

interface Breadcrumb {
  label: string;
  to: string;
}

interface PageProps {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  breadcrumbs?: readonly Breadcrumb[];
  /** Beside the title: a state badge, for instance. */
  badge?: ReactNode;
  width?: "text" | "wide" | "full";
  children?: ReactNode;
}

const widths = { text: "max-w-[46rem]", wide: "max-w-[72rem]", full: "max-w-none" };

function Breadcrumbs({ items }: { items: readonly Breadcrumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="mb-2 print:hidden">
      <ol className="flex flex-wrap items-center gap-1 text-sm text-muted">
        {items.map((item, position) => (
          <li key={item.to} className="flex items-center gap-1">
            {position > 0 ? <ChevronRight aria-hidden className="size-3.5" /> : null}
            <Link to={item.to} className="inline-flex min-h-6 items-center hover:text-ink hover:underline">
              {item.label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

export function Page({ title, lead, actions, breadcrumbs = [], badge, width = "wide", children }: PageProps) {
  return (
    <div className={classNames("grid grid-cols-[minmax(0,1fr)] content-start gap-8", widths[width])}>
      <header>
        {breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} /> : null}
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
              {badge}
            </div>
            {lead ? <p className="mt-1.5 max-w-[42rem] text-muted">{lead}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
        </div>
      </header>
      {children}
    </div>
  );
}

interface SectionProps {
  title: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** The heading stays for screen readers only. */
  titleHidden?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
}

export function Section({ title, description, actions, titleHidden, id, className, children }: SectionProps) {
  const generated = useId();
  const headingId = id ? `${id}-heading` : generated;
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className={classNames("grid grid-cols-[minmax(0,1fr)] content-start gap-4", className)}
    >
      <div className={titleHidden ? "sr-only" : "flex flex-wrap items-end justify-between gap-x-6 gap-y-2"}>
        <div className="min-w-0">
          <h2 id={headingId} className="text-lg font-semibold">
            {title}
          </h2>
          {description ? <p className="mt-0.5 max-w-[42rem] text-sm text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
