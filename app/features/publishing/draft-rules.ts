/** Bounds of a draft, and how names in it are made. */
import { bounds } from "~/features/content/size-bounds";
import { SLUG } from "~/features/content/lesson";

export const draftBounds = {
  drafts: 200,
  lessons: 100,
  files: 40,
  fileBytes: 5_000_000,
  filesAtOnce: 10,
  sourceBytes: bounds.bytes,
  /** A form's body: percent-encoding can make a lesson's text three times as long, and one a little too long is to be handed back. */
  formBytes: 2_000_000,
  title: 160,
  summary: 400,
  note: 400,
  slug: 60,
  minutes: 240,
} as const;

/** "Fitting a Meridian lamp (2026)" → "fitting-a-meridian-lamp-2026" */
export function slugOf(title: string): string {
  const words = title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return cutAtWord((words ?? []).join("-"), draftBounds.slug);
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  const base = slug || "lesson";
  if (!taken.has(base)) return base;
  for (let number = 2; ; number++) {
    const candidate = `${cutAtWord(base, draftBounds.slug - 4)}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}

export function isSlug(text: string): boolean {
  return SLUG.test(text) && text.length <= draftBounds.slug;
}

/** A lesson's text as it is stored: browsers send other line ends with a form than they hold in the field. */
export function storedSource(source: string): string {
  return source.replace(/\r\n?/g, "\n");
}

export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function cutAtWord(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most + 1);
  return cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || slug.slice(0, most);
}
