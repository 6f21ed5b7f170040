import { expect, it } from "vitest";
import type { KeyedChoice } from "./keyed-choice";
import { atLeast, longestIsRight } from "./longest-answers";

const lengths = (right: number, ...each: number[]): KeyedChoice => ({
  id: `q${right}`,
  options: each.map((length) => "x".repeat(length)),
  right,
});
const times = (count: number, choice: KeyedChoice) => Array.from({ length: count }, () => choice);
const longRight = lengths(1, 20, 30, 20, 20);
const longWrong = lengths(0, 20, 30, 20, 20);
const even = lengths(1, 29, 30, 29, 28);

it("finds that the option that stands out is nearly always right", () => {
  expect(longestIsRight([...times(9, longRight), ...times(3, longWrong)])).toMatchObject({
    of: 12,
    expected: 3,
    right: Array.from({ length: 9 }, () => "q1"),
  });
  expect(longestIsRight(times(4, longRight))).not.toBeNull();
});

it("takes what chance makes, and too few to tell", () => {
  expect(longestIsRight([...times(4, longRight), ...times(8, longWrong)])).toBeNull();
  expect(longestIsRight(times(3, longRight))).toBeNull();
  expect(longestIsRight([])).toBeNull();
});

it("leaves out questions whose options are about as long", () => {
  expect(longestIsRight(times(50, even))).toBeNull();
  expect(longestIsRight([...times(50, even), ...times(9, longRight)])?.of).toBe(9);
});

it("adds up chances that differ", () => {
  expect(atLeast(1, [0.5, 0.5])).toBeCloseTo(0.75);
  expect(atLeast(2, [0.5, 0.25])).toBeCloseTo(0.125);
  expect(atLeast(0, [0.3])).toBeCloseTo(1);
});
