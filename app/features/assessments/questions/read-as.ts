import { certainNumber, showNumber } from "./certain-number";

/** How a number that was typed is understood; nothing while it is none, or may be two. */
export function readAs(typed: string): string | null {
  const value = certainNumber(typed);
  return value === null ? null : `Read as ${showNumber(value)}`;
}
