/** Numbers as people type them now, where none is taken that another person would read as a different one. Pure. */
import { parseNumber } from "./parse-number";

/** One mark before exactly three digits parts thousands for some people and decimals for others. */
const TWO_WAYS = /^[+\-−–]?[1-9]\d{0,2}[.,]\d{3}$/;

/** @returns why the number is not taken as it stands, with both ways to write what may be meant; null where it is certain */
export function twoReadings(typed: string): string | null {
  const text = typed.trim();
  if (!TWO_WAYS.test(text)) return null;
  const whole = text.replace(/[.,]/, "");
  return `“${text}” can be read as two numbers, so it is not saved yet. Write ${whole} if the mark parts thousands, or ${text}0 if it is a decimal mark.`;
}

/** @returns null for what is no number and for what may be two */
export function certainNumber(typed: string): number | null {
  return twoReadings(typed) === null ? parseNumber(typed) : null;
}

/** For a field that is read back, so never in a form that may be two numbers. */
export function writeNumber(value: number): string {
  const text = String(value);
  return TWO_WAYS.test(text) ? `${text}0` : text;
}

/** "41 160" or "41.16", so that everybody sees which it is. */
export function showNumber(value: number): string {
  const [whole = "", ...decimals] = writeNumber(value).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, "\u202f"), ...decimals].join(".");
}
