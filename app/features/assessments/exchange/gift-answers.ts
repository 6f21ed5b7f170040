/** What stands between the braces of a GIFT question, taken apart. Texts keep their backslashes. */
import { twoReadings } from "../questions/certain-number";
import { mask } from "./gift-escapes";

export interface GiftAnswer {
  /** "=" or "~". */
  readonly mark: string;
  /** Between percent signs; null where none is said. */
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string;
  /** All of it, for pairs, which have neither weight nor feedback. */
  readonly whole: string;
}

/** Far more than any question may have, so that what is too much is still said to be so. */
const MOST_ANSWERS = 200;
const WEIGHT = /^\s*%(-?\d{1,3}(?:\.\d{1,9})?)%/;

export function giftAnswers(raw: string): GiftAnswer[] {
  const masked = mask(raw);
  const starts = [...masked.matchAll(/[=~]/g)].slice(0, MOST_ANSWERS).map(({ index }) => index);
  return starts.map((start, order) => {
    const end = starts[order + 1] ?? raw.length;
    const body = raw.slice(start + 1, end);
    const weight = WEIGHT.exec(body);
    const answer = weight ? body.slice(weight[0].length) : body;
    const hash = mask(answer).indexOf("#");
    return {
      mark: raw[start]!,
      weight: weight ? Number(weight[1]) : null,
      text: (hash < 0 ? answer : answer.slice(0, hash)).trim(),
      feedback: hash < 0 ? "" : answer.slice(hash + 1).trim(),
      whole: body.trim(),
    };
  });
}

/** The general feedback behind #### apart from the answers. */
export function withoutGeneral(raw: string): { answers: string; general: string } {
  const at = mask(raw).lastIndexOf("####");
  if (at < 0) return { answers: raw.trim(), general: "" };
  return { answers: raw.slice(0, at).trim(), general: raw.slice(at + 4).trim() };
}

/** `3:2`, `1..5`, or `3`; null where it is none of them. */
export function giftNumber(text: string): { value: number; tolerance: number } | null {
  const clean = text.trim().replace(/\\:/g, ":");
  const range = /^([^.\s][^\s]*?|\.\d+)\s*\.\.\s*(\S+)$/.exec(clean.slice(0, 100));
  if (range) {
    const [low, high] = [numberIn(range[1]!), numberIn(range[2]!)];
    if (low === null || high === null || high < low) return null;
    return { value: short((low + high) / 2), tolerance: short((high - low) / 2) };
  }
  const [value, tolerance] = clean.split(":").map(numberIn);
  if (value === undefined || value === null || tolerance === null) return null;
  return { value, tolerance: Math.abs(tolerance ?? 0) };
}

/** Of these formats the decimal mark is the point; a comma is taken where it cannot part thousands. */
export function numberIn(text: string): number | null {
  if (text.includes(",") && twoReadings(text)) return null;
  const clean = text.trim().replace(",", ".");
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(clean)) return null;
  const value = Number(clean);
  return Number.isFinite(value) ? value : null;
}

/** (0.1 + 0.3) / 2 is 0.2 to people. */
/** @returns what to say of a comma that may part thousands; null where there is none */
export function unclearNumber(text: string): string | null {
  const unclear = text.split(/:|\.\./).find((part) => part.includes(",") && twoReadings(part));
  return unclear === undefined ? null : twoReadings(unclear);
}

function short(value: number): number {
  return Number(value.toPrecision(12));
}
