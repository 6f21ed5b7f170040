const BEFORE = 60;
const LONGEST = 180;

/** The words around the first match, cut between words; empty when the text has none of the terms. */
export function excerptAround(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term.toLowerCase())).filter((place) => place >= 0);
  if (places.length === 0) return "";
  const first = Math.min(...places);
  const start = first <= BEFORE ? 0 : text.indexOf(" ", first - BEFORE) + 1;
  const cut = text.lastIndexOf(" ", start + LONGEST);
  const end = start + LONGEST >= text.length ? text.length : cut > first ? cut : start + LONGEST;
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
