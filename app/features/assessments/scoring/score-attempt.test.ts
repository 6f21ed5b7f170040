import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer, QuestionKey } from "../questions/question";
import { pointsFor, shareFor, scoreAttempt, type PaperItem } from "./score-attempt";
import { pointsOf } from "./score-words";

const about = { explanation: "" };
const single: QuestionKey = { kind: "single", correct: ["a"], why: {}, ...about };
const multiple: QuestionKey = { kind: "multiple", correct: ["a", "b", "c"], why: {}, ...about };
const numeric: QuestionKey = { kind: "numeric", value: 12.5, tolerance: 0.1, ...about };
const ordering: QuestionKey = { kind: "ordering", order: ["a", "b", "c", "d"], ...about };

describe("points", () => {
  it.each<[string, QuestionKey, Answer | null, number]>([
    ["the right option", single, { chosen: ["a"] }, 1],
    ["a wrong option", single, { chosen: ["b"] }, 0],
    ["the right option among two", single, { chosen: ["a", "b"] }, 0],
    ["no answer", single, null, 0],
    ["an answer of another shape", single, { number: "1" }, 0],
    ["all right ticks", multiple, { chosen: ["c", "a", "b"] }, 1],
    ["two of three right ticks", multiple, { chosen: ["a", "b"] }, 2 / 3],
    ["a wrong tick takes a right one away", multiple, { chosen: ["a", "b", "x"] }, 1 / 3],
    ["everything ticked", multiple, { chosen: ["a", "b", "c", "x", "y", "z"] }, 0],
    ["more wrong than right", multiple, { chosen: ["x", "y"] }, 0],
    ["the same tick twice", multiple, { chosen: ["a", "a"] }, 1 / 3],
    ["a number with a decimal comma", numeric, { number: "12,5" }, 1],
    ["a number at the limit", numeric, { number: "12.6" }, 1],
    ["a number at the lower limit", numeric, { number: "12.4" }, 1],
    ["a number past the limit", numeric, { number: "12.61" }, 0],
    ["the right order", ordering, { order: ["a", "b", "c", "d"] }, 1],
    ["the last step first", ordering, { order: ["d", "a", "b", "c"] }, 2 / 3],
    ["the reverse order", ordering, { order: ["d", "c", "b", "a"] }, 0],
    ["a step missing", ordering, { order: ["a", "b", "c"] }, 0],
    ["a step twice", ordering, { order: ["a", "b", "b", "c"] }, 0],
  ])("%s", (_, key, answer, points) => {
    expect(shareFor(key, answer)).toBeCloseTo(points, 9);
  });
});

it("finds the points again that a recorded share stands for", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), fc.nat(3), (max, whole, quarters) => {
      const points = Math.min(max, whole + (max > 200 ? 0 : quarters / 4));
      const recorded = Math.round((points / max) * 1e6) / 1e6;
      expect(pointsOf(pointsFor(recorded, max), max)).toBe(pointsOf(points, max));
    }),
  );
  expect(pointsOf(pointsFor(0.583333, 12), 12)).toBe("7 of 12 points");
  expect(pointsOf(pointsFor(0.222222, 3), 3)).toBe("0.66 of 3 points");
});

const ids = ["a", "b", "c", "d", "e", "f"];
const keys: fc.Arbitrary<QuestionKey> = fc.oneof(
  fc.record({
    kind: fc.constant("single" as const),
    correct: fc.constantFrom(["a"], ["d"]),
    why: fc.constant({}),
    explanation: fc.constant(""),
  }),
  fc.record({
    kind: fc.constant("multiple" as const),
    correct: fc.subarray(ids, { minLength: 2, maxLength: 5 }),
    why: fc.constant({}),
    explanation: fc.constant(""),
  }),
  fc.record({
    kind: fc.constant("numeric" as const),
    value: fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    tolerance: fc.double({ noNaN: true, min: 0, max: 10 }),
    explanation: fc.constant(""),
  }),
  fc.record({
    kind: fc.constant("ordering" as const),
    order: fc.shuffledSubarray(ids, { minLength: 3 }),
    explanation: fc.constant(""),
  }),
);
const answers: fc.Arbitrary<Answer | null> = fc.oneof(
  fc.constant(null),
  fc.record({ chosen: fc.array(fc.constantFrom(...ids, "unknown"), { maxLength: 8 }) }),
  fc.record({ number: fc.oneof(fc.string(), fc.double().map(String)) }),
  fc.record({ order: fc.oneof(fc.shuffledSubarray(ids), fc.array(fc.constantFrom(...ids))) }),
);
const sheets = fc.array(fc.record({ key: keys, answer: answers, section: fc.nat({ max: 2 }) }), {
  minLength: 1,
  maxLength: 12,
});

function paperOf(
  sheet: readonly { key: QuestionKey; section: number }[],
  positions: readonly number[],
): PaperItem[] {
  return sheet.map(({ key, section }, index) => ({
    key,
    section,
    clause: `x:1/${section}`,
    position: positions[index]!,
  }));
}

describe("a whole paper", () => {
  it("gives 0 to 1 on every question and in total, and sections add up to the total", () => {
    fc.assert(
      fc.property(sheets, fc.double({ min: 0.01, max: 1, noNaN: true }), (sheet, passMark) => {
        const positions = sheet.map((_, index) => index + 1);
        const given = new Map(sheet.map(({ answer }, index) => [index + 1, answer]));
        const result = scoreAttempt(
          { passMark, sections: ["A", "B", "C"], items: paperOf(sheet, positions) },
          given,
        );
        for (const { points } of result.items) expect(points >= 0 && points <= 1).toBe(true);
        expect(result.score >= 0 && result.score <= 1).toBe(true);
        const bySection = result.sections.reduce((total, section) => total + section.points, 0);
        expect(bySection).toBeCloseTo(result.points, 4);
        const byClause = result.clauses.reduce((total, clause) => total + clause.max, 0);
        expect(byClause).toBe(sheet.length);
      }),
    );
  });

  it("does not depend on the order in which questions or options were served", () => {
    fc.assert(
      fc.property(sheets, fc.infiniteStream(fc.nat()), (sheet, noise) => {
        const rank = sheet.map((_, index) => [noise.next().value as number, index] as const);
        const shuffled = [...rank].sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, index]) => index + 1);
        const score = (positions: readonly number[]) => {
          const given = new Map(
            sheet.map(({ answer }, index) => [
              positions[index]!,
              /* Ticks come back in the order the options were served. */
              answer && "chosen" in answer ? { chosen: [...answer.chosen].reverse() } : answer,
            ]),
          );
          const items = paperOf(sheet, positions).sort((a, b) => a.position - b.position);
          const { points, score, passed } = scoreAttempt(
            { passMark: 0.8, sections: ["A", "B", "C"], items },
            given,
          );
          return { points: points.toFixed(4), score: score.toFixed(5), passed };
        };
        expect(score(shuffled)).toEqual(score(sheet.map((_, index) => index + 1)));
      }),
    );
  });

  it("meets a pass mark that thirds add up to", () => {
    const answer = { chosen: ["a", "b"] };
    const items = paperOf(
      [1, 2, 3].map(() => ({ key: multiple, section: 0 })),
      [1, 2, 3],
    );
    const result = scoreAttempt(
      { passMark: 2 / 3, sections: ["A"], items },
      new Map([
        [1, answer],
        [2, answer],
        [3, answer],
      ]),
    );
    expect(result).toMatchObject({ points: 2, max: 3, passed: true });
  });

  it("fails one question short of the mark", () => {
    const items = paperOf(
      [1, 2, 3, 4, 5].map(() => ({ key: single, section: 0 })),
      [1, 2, 3, 4, 5],
    );
    const right = { chosen: ["a"] };
    const paper = { passMark: 0.8, sections: ["A"], items };
    expect(
      scoreAttempt(
        paper,
        new Map([
          [1, right],
          [2, right],
          [3, right],
        ]),
      ).passed,
    ).toBe(false);
    expect(
      scoreAttempt(
        paper,
        new Map([
          [1, right],
          [2, right],
          [3, right],
          [4, right],
        ]),
      ).passed,
    ).toBe(true);
  });
});
