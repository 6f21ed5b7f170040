import type { OutlineEntry } from "~/features/content/lesson";

/** The headings of a lesson, beside it where there is room. */
export function PageOutline({ outline }: { outline: readonly OutlineEntry[] }) {
  if (outline.length < 2) return null;
  return (
    <nav aria-label="On this page" className="hidden xl:block">
      <p className="mb-2 px-2 text-xs font-medium text-muted">On this page</p>
      <ul className="grid gap-0.5 text-sm">
        {outline.map(({ id, text, depth }) => (
          <li key={id} className={depth === 3 ? "pl-4" : undefined}>
            <a
              href={`#${id}`}
              className="block rounded-md px-2 py-1 text-muted hover:bg-hover hover:text-ink"
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
