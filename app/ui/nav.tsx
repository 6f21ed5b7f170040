import { NavLink } from "@remix-run/react";
import { classNames } from "./class-names";
import { navigationFor, type NavigationItem } from "./navigation";

function look({ isActive }: { isActive: boolean }): string {
  return classNames(
    "flex min-h-8 items-center gap-2.5 rounded-md px-2.5 text-sm",
    isActive ? "bg-hover font-medium text-ink" : "text-muted hover:bg-hover hover:text-ink",
  );
}

function Item({ item, unread }: { item: NavigationItem; unread: number }) {
  const Icon = item.icon;
  return (
    <li>
      <NavLink to={item.to} end={item.exact} className={look} prefetch="intent">
        <Icon aria-hidden className="size-4 shrink-0" />
        {item.label}
        {item.counted && unread > 0 ? (
          <span className="ml-auto rounded-sm bg-accent-soft px-1.5 text-xs font-medium text-accent tabular-nums">
            {unread}
            <span className="sr-only"> unread</span>
          </span>
        ) : null}
      </NavLink>
    </li>
  );
}

/** Headings appear once there is more than the first section to tell apart. */
export function Nav({ access, unread }: { access: readonly string[]; unread: number }) {
  const sections = navigationFor(access);
  return (
    <nav aria-label="Main" className="grid gap-5">
      {sections.map((section) => (
        <div key={section.title}>
          {sections.length > 1 ? (
            <p className="px-2.5 pb-1 text-xs font-medium text-muted">{section.title}</p>
          ) : null}
          <ul className="grid gap-px">
            {section.items.map((item) => (
              <Item key={item.to} item={item} unread={unread} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
