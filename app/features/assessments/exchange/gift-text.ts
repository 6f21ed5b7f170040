/** One text of a GIFT question, in whichever of its formats, to Markdown. */
import { unescapeGift } from "./gift-escapes";
import { markdownFromHtml, type Lost } from "./markdown-from-html";
import { markdownFromText } from "./markdown-from-text";

export const TEXT_FORMATS = ["html", "moodle", "plain", "markdown"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];
const FORMAT = /^\s*\[(html|moodle|plain|markdown)\]/i;

/** Moodle's own format is text in which tags and entities count. */
const HAS_HTML =
  /<\/?(?:p|br|b|strong|i|em|u|s|del|ul|ol|li|a|img|div|span|table|tbody|tr|td|th|pre|code|sub|sup|h[1-6]|font|hr|blockquote|video|audio|iframe)(?:\s[^<>]{0,2000})?\/?>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/i;

export function giftFormatOf(raw: string, otherwise: TextFormat): { format: TextFormat; rest: string } {
  const found = FORMAT.exec(raw);
  if (!found) return { format: otherwise, rest: raw };
  return { format: found[1]!.toLowerCase() as TextFormat, rest: raw.slice(found[0].length) };
}

/** `raw` still has its backslashes. Line ends that are not escaped only wrap the file's lines. */
export function giftMarkdown(
  raw: string,
  otherwise: TextFormat,
  lost: Lost,
  options = { inline: false },
): string {
  const { format, rest } = giftFormatOf(raw, otherwise);
  if (format === "markdown") return unescapeGift(rest).trim();
  if (format === "html") return markdownFromHtml(unescapeGift(rest), lost, options);
  return autoMarkdown(unescapeGift(rest.replace(/\s*\n\s*/g, " ")), format === "plain", lost, options);
}

/** Text of Moodle's own format, or of none. */
export function autoMarkdown(
  text: string,
  isPlain: boolean,
  lost: Lost,
  options = { inline: false },
): string {
  if (isPlain || !HAS_HTML.test(text)) return markdownFromText(text, options);
  return markdownFromHtml(text.replace(/\n/g, "<br>"), lost, options);
}
