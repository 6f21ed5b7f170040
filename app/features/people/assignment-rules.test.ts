import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, ending, giving, type HeldInterval, isExclusive } from "./assignment-rules";

const DAYS = 40;
const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index));

/** A row as the database keeps it, with the times between which it was held to be true. */
interface Stored extends HeldInterval {
  recordedAt: number;
  supersededAt: number | null;
}

/** What was held on a day as known at a time, read from stored rows the way queries do. */
function heldOn(rows: readonly Stored[], effective: number, known: number): string[] {
  const moment = day(effective);
  return rows
    .filter((row) => row.recordedAt <= known && (row.supersededAt === null || row.supersededAt > known))
    .filter((row) => row.from <= moment && (row.until === null || row.until > moment))
    .map(({ value }) => value)
    .sort();
}

type Step =
  | { kind: "give"; value: string; from: number; until: number | null }
  | { kind: "end"; pick: number; until: number };

const anyDay = fc.nat(DAYS - 1);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("give" as const),
    value: fc.constantFrom("a", "b", "c"),
    from: anyDay,
    until: fc.option(anyDay),
  }),
  fc.record({ kind: fc.constant("end" as const), pick: fc.nat(20), until: anyDay }),
);

/** Runs the steps against stored rows and, beside them, against plain lists of what is held on each day. */
function run(steps: readonly Step[], exclusive: boolean) {
  const rows: Stored[] = [];
  let days: Set<string>[] = Array.from({ length: DAYS }, () => new Set());
  const knowledge: Set<string>[][] = [];
  for (const [time, step] of steps.entries()) {
    const current = rows.filter(({ supersededAt }) => supersededAt === null);
    const next = days.map((held) => new Set(held));
    if (step.kind === "give") {
      const interval = { from: day(step.from), until: step.until === null ? null : day(step.until) };
      const outcome = giving(current, { value: step.value, ...interval }, exclusive);
      const affected = range(step.from, step.until ?? DAYS);
      const possible =
        (step.until === null || step.until > step.from) &&
        !affected.some((index) => days[index]!.has(step.value));
      expect("refused" in outcome).toBe(!possible);
      if ("refused" in outcome) continue;
      for (const index of affected) {
        if (exclusive) next[index]!.clear();
        next[index]!.add(step.value);
      }
      store(rows, outcome, time);
    } else {
      const row = current[step.pick % Math.max(1, current.length)];
      if (!row) continue;
      const outcome = ending(row, day(step.until));
      expect("refused" in outcome).toBe(row.until !== null && row.until <= day(step.until));
      if ("refused" in outcome) continue;
      const first = Math.max(step.until, indexOf(row.from));
      for (const index of range(first, row.until ? indexOf(row.until) : DAYS)) next[index]!.delete(row.value);
      store(rows, outcome, time);
    }
    days = next;
    knowledge[time] = days;
  }
  return { rows, knowledge };
}

function store(rows: Stored[], change: Change, time: number): void {
  for (const row of rows) if (change.supersede.includes(row.id)) row.supersededAt = time;
  for (const written of change.write)
    rows.push({ ...written, id: `row-${rows.length}`, recordedAt: time, supersededAt: null });
}

const range = (from: number, until: number) =>
  Array.from({ length: Math.max(0, until - from) }, (_, i) => from + i);
const indexOf = (moment: Date) => (moment.getTime() - day(0).getTime()) / 86_400_000;

describe.each([true, false])("assignments, exclusive %s", (exclusive) => {
  it("tell what was held on each day as known after each change, like the plain reference", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
        const { rows, knowledge } = run(steps, exclusive);
        for (const [known, days] of knowledge.entries())
          if (days)
            for (const [effective, held] of days.entries())
              expect(heldOn(rows, effective, known)).toEqual([...held].sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe("isExclusive", () => {
  it("lets a person belong to one team, and hold several of all else", () => {
    expect(
      ["job-role", "team-member", "team-manager", "access"].map((kind) => isExclusive(kind as "access")),
    ).toEqual([false, true, false, false]);
  });
});
