const PLAIN = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
const GROUPED = /^[+-]?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?$/;

/**
 * Reads a number as people write it: decimal comma or point, spaces or apostrophes between thousands, a typographic
 * minus. "1,234" is read as a decimal: a guess at thousands would be wrong by a factor of a thousand for half of us.
 */
export function parseNumber(typed: string): number | null {
  const text = typed.trim().replace(/^[−–]/, "-");
  if (!PLAIN.test(text) && !GROUPED.test(text)) return null;
  const value = Number(text.replaceAll(/[ \u00a0\u202f'’]/g, "").replace(",", "."));
  return Number.isFinite(value) ? value : null;
}
