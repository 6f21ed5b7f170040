const PLAIN = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
const SPACED = /^[+-]?\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?$/;
/** A comma or point between thousands leaves no doubt beside the other one, or more than once. */
const GROUPED =
  /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:\.\d{3}){2,})$/;
const IN_DOUBT = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads a number as people write it: decimal comma or point, spaces or apostrophes between thousands, a typographic
 * minus. What `doubtAbout` has a question about is read as a decimal, as it always was: answers that were given stay what
 * they are.
 */
export function parseNumber(typed: string): number | null {
  const text = trimmed(typed);
  if (GROUPED.test(text)) {
    const decimal = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
    const both = text.includes(".") && text.includes(",");
    return Number(
      [...text]
        .map((sign, index) => (/[.,]/.test(sign) ? (both && index === decimal ? "." : "") : sign))
        .join(""),
    );
  }
  if (!PLAIN.test(text) && !SPACED.test(text)) return null;
  const value = Number(text.replaceAll(/[ \u00a0\u202f'’]/g, "").replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/**
 * What to ask of somebody who types "41,160", which is forty-one thousand for half of us and forty-one for the other half;
 * null where a number can be read in one way only.
 */
export function doubtAbout(typed: string): string | null {
  const text = trimmed(typed);
  if (!IN_DOUBT.test(text)) return null;
  const [whole, rest] = text.split(/[.,]/) as [string, string];
  const decimal = text.includes(",") ? "," : ".";
  return `${text} can be read in two ways. Write ${whole} ${rest} if you mean thousands, or ${whole}${decimal}${rest}0 if it is a decimal.`;
}

/** As it is shown for editing: read again, it is the same number. */
export function writeNumber(value: number): string {
  const text = String(value);
  return doubtAbout(text) ? `${text}0` : text;
}

function trimmed(typed: string): string {
  return typed.trim().replace(/^[−–]/, "-");
}
