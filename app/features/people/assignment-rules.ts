import type { Access } from "./actor";

/** From a moment up to, not including, another; open where `until` is null. */
export interface Interval {
  readonly from: Date;
  readonly until: Date | null;
}

export interface HeldInterval extends Interval {
  readonly id: string;
  /** What is held: a job role, a team or an access. */
  readonly value: string;
}

export type AssignmentKind = "job-role" | "team-member" | "team-manager" | "access";

export const ASSIGNMENT_KINDS = ["job-role", "team-member", "team-manager", "access"] as const;

/** One thing that a person is given, with the column that says which. */
export type Assignable =
  | { readonly kind: "job-role"; readonly value: string }
  | { readonly kind: "team-member"; readonly value: string }
  | { readonly kind: "team-manager"; readonly value: string }
  | { readonly kind: "access"; readonly value: Access };

/** What is held in the database never changes: rows are superseded and others written. */
export interface Change {
  readonly supersede: readonly string[];
  readonly write: readonly (Interval & { readonly value: string })[];
}

export type Refusal = { readonly refused: "held-already" | "empty" | "ends-earlier" };

/** A person belongs to one team at a time, and may hold several of everything else. */
export function isExclusive(kind: AssignmentKind): boolean {
  return kind === "team-member";
}

export function overlaps(a: Interval, b: Interval): boolean {
  return (a.until === null || b.from < a.until) && (b.until === null || a.from < b.until);
}

/** Gives `value` for the interval. What else is held of an exclusive kind gives way for exactly that time. */
export function giving(
  held: readonly HeldInterval[],
  wanted: Interval & { value: string },
  exclusive: boolean,
): Change | Refusal {
  if (wanted.until && wanted.until <= wanted.from) return { refused: "empty" };
  const inTheWay = held.filter((row) => (exclusive || row.value === wanted.value) && overlaps(row, wanted));
  if (inTheWay.some((row) => row.value === wanted.value)) return { refused: "held-already" };
  return {
    supersede: inTheWay.map(({ id }) => id),
    write: [...inTheWay.flatMap((row) => remainders(row, wanted)), wanted],
  };
}

/** Ends what is held at `until`; at or before its beginning, it was never held. */
export function ending(row: HeldInterval, until: Date): Change | Refusal {
  if (row.until && row.until <= until) return { refused: "ends-earlier" };
  const { value, from } = row;
  return { supersede: [row.id], write: until > from ? [{ value, from, until }] : [] };
}

function remainders(row: HeldInterval, cut: Interval): (Interval & { value: string })[] {
  const { value } = row;
  const before = row.from < cut.from ? [{ value, from: row.from, until: cut.from }] : [];
  const after =
    cut.until && (row.until === null || cut.until < row.until)
      ? [{ value, from: cut.until, until: row.until }]
      : [];
  return [...before, ...after];
}
