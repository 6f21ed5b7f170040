/** Whatever the key and whatever was sent, a share stays a share and a hurdle a hurdle. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, ChoiceCredit, QuestionKey, Shape } from "../questions/question";
import { scoreAttempt, shareFor, type Judgement, type Paper, type Treatment } from "./score-attempt";

/* Also names that every object has: what is looked up must be what somebody wrote. */
const ids = ["a", "b", "c", "d", "e", "constructor", "toString", "__proto__"];
const id = fc.constantFrom(...ids);
const about = { explanation: fc.constant("") };
const why = fc.constant({});
const credit = fc.double({ min: -1, max: 1, noNaN: true });
const percent = fc.double({ min: 0, max: 100, noNaN: true });
const point = fc.tuple(percent, percent);
const allOrNothing = fc.option(fc.constant("all-or-nothing" as const), { nil: undefined });
const own = <V>(value: fc.Arbitrary<V>) => fc.dictionary(id, value, { maxKeys: 5 });

const shape: fc.Arbitrary<Shape> = fc.oneof(
  fc.record({ rect: fc.tuple(percent, percent, percent, percent) }),
  fc.record({ ellipse: fc.tuple(percent, percent, percent, percent) }),
  fc.record({ polygon: fc.array(point, { minLength: 3, maxLength: 8 }) }),
);

/** Without the keys that are left out: an optional property is not there, rather than undefined. */
function tidy<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

const choice = fc.record({
  ...about,
  why,
  kind: fc.constantFrom("single" as const, "multiple" as const, "true-false" as const),
  correct: fc.subarray(ids, { minLength: 1 }),
  credit: fc.option(
    fc.constantFrom<ChoiceCredit[]>("right-minus-wrong", "all-or-nothing", "each-option", "by-option"),
    { nil: undefined },
  ),
  options: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
  credits: fc.option(own(credit), { nil: undefined }),
});
const numeric = fc.record({
  ...about,
  kind: fc.constant("numeric" as const),
  value: fc.double({ noNaN: true, noDefaultInfinity: true }),
  tolerance: fc.double({ min: 0, max: 1e6, noNaN: true }),
  units: fc.option(own(fc.double({ min: 1e-9, max: 1e9, noNaN: true })), { nil: undefined }),
});
const ordering = fc.record({
  ...about,
  kind: fc.constant("ordering" as const),
  order: fc.shuffledSubarray(ids, { minLength: 2 }),
  credit: allOrNothing,
});
const pairs = fc.record({
  ...about,
  kind: fc.constantFrom("matching" as const, "gaps" as const),
  pairs: fc.dictionary(id, id, { minKeys: 1, maxKeys: 5 }),
  credit: allOrNothing,
});
const shortText = fc.record({
  ...about,
  kind: fc.constant("short-text" as const),
  matchCase: fc.boolean(),
  accepted: fc.array(
    fc.record({
      text: fc.oneof(fc.string(), fc.constantFrom("*", "a*", "*a*", "**")),
      credit: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
const hotspot = fc.record({
  ...about,
  why,
  kind: fc.constant("hotspot" as const),
  areas: own(shape),
  correct: fc.subarray(ids, { minLength: 1 }),
});
const rubric = fc.record({
  ...about,
  kind: fc.constantFrom("free-response" as const, "file-response" as const),
  rubric: fc.constant([]),
});
const keys: fc.Arbitrary<QuestionKey> = fc
  .oneof(choice, numeric, ordering, pairs, shortText, hotspot, rubric)
  .map((key) => tidy(key) as QuestionKey);

const number = fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom("1,5", "-0", "1e9", "∞"));
const answers: fc.Arbitrary<Answer | null> = fc.oneof(
  fc.constant(null),
  fc.record({ chosen: fc.array(id, { maxLength: 9 }) }),
  fc.record({ number, unit: fc.option(id, { nil: undefined }) }).map((each) => tidy(each) as Answer),
  fc.record({ order: fc.oneof(fc.shuffledSubarray(ids), fc.array(id, { maxLength: 9 })) }),
  fc.record({ pairs: own(id) }),
  fc.record({ text: fc.string({ maxLength: 30 }) }),
  fc.record({ point }),
  fc.constant({ file: { hash: "h", name: "a.pdf", mediaType: "application/pdf", bytes: 1 } }),
);
const treatments: fc.Arbitrary<Treatment | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constant({ kind: "full-credit" as const }),
  fc.constant({ kind: "drop" as const }),
  keys.map((key) => ({ kind: "new-key" as const, key })),
);

const isShare = (value: number) => value >= 0 && value <= 1;

describe("a share", () => {
  it("is from 0 to 1 for any key and any answer of any shape", () => {
    fc.assert(
      fc.property(keys, answers, (key, answer) => {
        expect(shareFor(key, answer)).toSatisfy(isShare);
      }),
      { numRuns: 3_000 },
    );
  });

  it("is 0 for no answer, and for one of another kind of question", () => {
    fc.assert(
      fc.property(keys, answers, (key, answer) => {
        expect(shareFor(key, null)).toBe(0);
        const fits =
          answer !== null &&
          ((key.kind === "numeric" && "number" in answer) ||
            (key.kind === "ordering" && "order" in answer) ||
            (["matching", "gaps"].includes(key.kind) && "pairs" in answer) ||
            (key.kind === "short-text" && "text" in answer) ||
            (key.kind === "hotspot" && ("point" in answer || "chosen" in answer)) ||
            (["single", "multiple", "true-false"].includes(key.kind) && "chosen" in answer));
        if (!fits) expect(shareFor(key, answer)).toBe(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is 1 for what the key says", () => {
    fc.assert(
      fc.property(fc.oneof(ordering, pairs), (given) => {
        const key = tidy(given) as QuestionKey;
        const answer: Answer =
          key.kind === "ordering"
            ? { order: key.order }
            : { pairs: (key as { pairs: Record<string, string> }).pairs };
        expect(shareFor(key, answer)).toBe(1);
      }),
    );
  });
});

const passMark = fc.double({ min: 0.01, max: 1, noNaN: true });
const mark = fc.option(passMark, { nil: null });
const sheets = fc.array(
  fc.record({
    key: keys,
    answer: answers,
    section: fc.nat({ max: 2 }),
    clause: fc.constantFrom(null, "x:1/1", "x:1/2", "x:1/10"),
    worth: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    treatment: treatments,
    /* As stored: a share, though nothing in the type says so. */
    mark: fc.option(fc.double({ min: -1, max: 2, noNaN: true }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 10 },
);
const hurdles = fc.record({ passMark, sectionPassMarks: fc.tuple(mark, mark, mark), clausePassMark: mark });
type Sheet = typeof sheets extends fc.Arbitrary<infer S> ? S : never;
type Hurdles = typeof hurdles extends fc.Arbitrary<infer H> ? H : never;

function paperOf(sheet: Sheet, marks: Hurdles): Paper {
  const items = sheet.map(({ key, section, clause, worth }, index) => ({
    key,
    section,
    clause,
    worth,
    position: index + 1,
  }));
  return { ...marks, sections: ["A", "B", "C"], items };
}

function byPosition<V>(sheet: Sheet, of: (row: Sheet[number]) => V | undefined): Map<number, V> {
  return new Map(
    sheet.flatMap((row, index) => {
      const value = of(row);
      return value === undefined ? [] : [[index + 1, value] as const];
    }),
  );
}

const answersOf = (sheet: Sheet) => byPosition(sheet, ({ answer }) => answer);
const judgementOf = (sheet: Sheet): Required<Judgement> => ({
  marks: byPosition(sheet, (row) => row.mark),
  treatments: byPosition(sheet, (row) => row.treatment),
});
const score = (sheet: Sheet, marks: Hurdles, judgement: Judgement = judgementOf(sheet)) =>
  scoreAttempt(paperOf(sheet, marks), answersOf(sheet), judgement);
const easy: Hurdles = { passMark: 0.5, sectionPassMarks: [null, null, null], clausePassMark: null };

describe("a whole attempt", () => {
  it("scores 0 to 1, and no question more than it is worth", () => {
    fc.assert(
      fc.property(sheets, hurdles, (sheet, marks) => {
        const result = score(sheet, marks);
        expect(result.score).toSatisfy(isShare);
        result.items.forEach(({ points }, index) => {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(sheet[index]!.worth ?? 1);
        });
        const worth = sheet.map((row) => (row.treatment?.kind === "drop" ? 0 : (row.worth ?? 1)));
        expect(result.max).toBe(worth.reduce((sum, each) => sum + each, 0));
      }),
      { numRuns: 1_000 },
    );
  });

  it("is passed if and only if every hurdle is taken and nothing is left to mark", () => {
    fc.assert(
      fc.property(sheets, hurdles, (sheet, marks) => {
        const result = score(sheet, marks);
        const reaches = (points: number, max: number, needed: number | null | undefined) =>
          !needed || max === 0 || points / max >= needed - 1e-6;
        /* What lies within the rounding of the mark itself may go either way. */
        const near = (points: number, max: number, needed: number | null | undefined) =>
          max > 0 && Math.abs(points / max - (needed ?? -1)) < 1e-5;
        const all = [
          [result.points, result.max, marks.passMark],
          ...result.sections.map(({ points, max }, index) => [points, max, marks.sectionPassMarks[index]]),
          ...result.clauses.map(({ points, max }) => [points, max, marks.clausePassMark]),
        ] as [number, number, number | null][];
        fc.pre(!all.some((each) => near(...each)));
        const pending = result.pending.length > 0;
        expect(result.passed).toBe(result.max > 0 && !pending && all.every((each) => reaches(...each)));
      }),
      { numRuns: 1_000 },
    );
  });

  it("waits for a person exactly where nobody has marked an answer that the key does not decide", () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const waiting = sheet.flatMap(({ key, answer, treatment, mark }, index) => {
          const kind = treatment?.kind === "new-key" ? treatment.key.kind : key.kind;
          const settled = treatment?.kind === "full-credit" || treatment?.kind === "drop";
          return kind.endsWith("-response") && answer !== null && mark === undefined && !settled
            ? [index + 1]
            : [];
        });
        expect(score(sheet, easy).pending).toEqual(waiting);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what became of a question", () => {
  it("dropped, it is as if it had not been asked", () => {
    fc.assert(
      fc.property(sheets, fc.nat(), (sheet, choice) => {
        const gone = choice % sheet.length;
        const dropped = sheet.map((row, index) =>
          index === gone ? { ...row, treatment: { kind: "drop" as const } } : row,
        );
        const { points, max, score: share, passed } = score(dropped, easy);
        const without = sheet.filter((_, index) => index !== gone);
        fc.pre(without.length > 0);
        const rest = score(without, easy);
        expect({ points, max, share, passed }).toEqual({
          points: rest.points,
          max: rest.max,
          share: rest.score,
          passed: rest.passed,
        });
      }),
      { numRuns: 500 },
    );
  });

  it("with full credit for all, nobody has less than before", () => {
    fc.assert(
      fc.property(sheets, hurdles, fc.nat(), (sheet, marks, choice) => {
        const plain = sheet.map((row) => ({ ...row, treatment: undefined }));
        const index = choice % sheet.length;
        const before = score(plain, marks);
        const after = score(
          plain.map((row, at) =>
            at === index ? { ...row, treatment: { kind: "full-credit" as const } } : row,
          ),
          marks,
        );
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(after.items[index]!.points).toBe(sheet[index]!.worth ?? 1);
        if (before.passed) expect(after.passed).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it("with a new key, it is scored as if that had been its key", () => {
    fc.assert(
      fc.property(keys, keys, answers, (key, other, answer) => {
        const one = (own: QuestionKey, judgement: Judgement) =>
          scoreAttempt(
            { passMark: 0.5, sections: ["A"], items: [{ key: own, section: 0, clause: null, position: 1 }] },
            new Map([[1, answer]]),
            judgement,
          );
        const treated = one(key, { treatments: new Map([[1, { kind: "new-key", key: other }]]) });
        expect(treated).toEqual(one(other, {}));
      }),
      { numRuns: 500 },
    );
  });
});
