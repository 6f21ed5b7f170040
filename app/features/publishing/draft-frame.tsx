import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import { classNames } from "~/ui/class-names";
import { Page } from "~/ui/page";

interface DraftFrameProps {
  draft: { id: string; title: string };
  title?: string;
  lead?: ReactNode;
  badge?: ReactNode;
  actions?: ReactNode;
  width?: "wide" | "full";
  /** False for who only decides about it: the other pages of the course are its author's. */
  own?: boolean;
  children: ReactNode;
}

const look = ({ isActive }: { isActive: boolean }) =>
  classNames(
    "-mb-px inline-flex min-h-9 items-center border-b-2 px-1 text-sm",
    isActive
      ? "border-accent font-medium text-ink"
      : "border-transparent text-muted hover:border-edge hover:text-ink",
  );

/** What all pages of one course in the studio share: the way between them. */
export function DraftFrame({ draft, title, own = true, children, ...rest }: DraftFrameProps) {
  const place = `/studio/${draft.id}`;
  const studio = { label: "Studio", to: "/studio" };
  if (!own)
    return (
      <Page title={`${title}: ${draft.title}`} {...rest}>
        {children}
      </Page>
    );
  const crumbs = title ? [studio, { label: draft.title, to: place }] : [studio];
  return (
    <Page title={title ?? draft.title} breadcrumbs={crumbs} {...rest}>
      <nav aria-label="This course" className="-mt-4 flex flex-wrap gap-x-5 border-b border-line">
        <NavLink to={place} end className={look}>
          Lessons and settings
        </NavLink>
        <NavLink to={`${place}/pictures`} className={look}>
          Pictures and files
        </NavLink>
        <NavLink to={`${place}/preview`} className={look}>
          Preview
        </NavLink>
        <NavLink to={`${place}/publish`} className={look}>
          Publish
        </NavLink>
      </nav>
      {children}
    </Page>
  );
}
