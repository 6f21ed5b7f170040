/** What was acknowledged, and how much of it the database holds. */
import type { Row } from "./portal-database";

export interface Tally {
  what: string;
  acknowledged: number;
  found: number;
}

export function tally<T>(what: string, expected: readonly T[], isThere: (each: T) => boolean): Tally {
  return { what, acknowledged: expected.length, found: expected.filter(isThere).length };
}

export function lostIn(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { acknowledged, found }) => sum + acknowledged - found, 0);
}

export function keyOf(...parts: (string | number | null | undefined)[]): string {
  return parts.join("\u0000");
}

export function keysOf(rows: readonly Row[], ...columns: string[]): Set<string> {
  return new Set(rows.map((row) => keyOf(...columns.map((column) => row[column]))));
}
