const PLAIN = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
const SPACED = /^[+-]?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?$/;
/** With commas or points between thousands it is certain only when a mark comes twice, or both come. */
const MARKED =
  /^[+-]?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|(?:\.\d{3}){2,}(?:,\d+)?|(?:,\d{3})\.\d+|(?:\.\d{3}),\d+)$/;

/**
 * Reads a number as people write it: decimal comma or point, marks between thousands, a typographic minus. "1,234" is
 * read as a decimal, as it was in answers given long ago; where a number is typed now, certain-number.ts asks first.
 */
export function parseNumber(typed: string): number | null {
  const text = typed.trim().replace(/^[−–]/, "-");
  if (MARKED.test(text)) {
    const decimal = Math.max(text.lastIndexOf(","), text.lastIndexOf("."));
    const isDecimal = text.indexOf(text[decimal]!) === decimal;
    const whole = (isDecimal ? text.slice(0, decimal) : text).replaceAll(/[.,]/g, "");
    return Number(isDecimal ? `${whole}.${text.slice(decimal + 1)}` : whole);
  }
  if (!PLAIN.test(text) && !SPACED.test(text)) return null;
  const value = Number(text.replaceAll(/[ \u00a0\u202f'’]/g, "").replace(",", "."));
  return Number.isFinite(value) ? value : null;
}
