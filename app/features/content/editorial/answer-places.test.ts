import { expect, it } from "vitest";
import { criticalValue, unevenPlaces } from "./answer-places";
import type { KeyedChoice } from "./keyed-choice";

const at = (right: number, options = 4): KeyedChoice => ({
  id: "q",
  options: Array.from({ length: options }, (_, index) => `option ${index}`),
  right,
});
const spread = (...counts: number[]) =>
  counts.flatMap((count, place) => Array.from({ length: count }, () => at(place, counts.length)));

it("takes an even spread and one that chance makes", () => {
  for (const counts of [
    [5, 5, 5, 5],
    [8, 5, 4, 3],
    [2, 2, 1, 1],
    [4, 1, 0, 0],
    [10, 14, 8, 8],
  ])
    expect(unevenPlaces(spread(...counts)), counts.join()).toBeNull();
});

it("finds answers that keep to one place, or from one", () => {
  for (const counts of [
    [12, 3, 3, 2],
    [5, 0, 0, 0],
    [20, 20, 20, 0],
    [0, 30, 10, 20],
  ])
    expect(unevenPlaces(spread(...counts)), counts.join()).toMatchObject({ counts });
});

it("says nothing about fewer than five", () => {
  expect(unevenPlaces(spread(4, 0, 0, 0))).toBeNull();
});

it("expects less of places that only some questions have", () => {
  const mixed = [...spread(4, 4, 4), ...spread(4, 4, 4, 4)];
  expect(unevenPlaces(mixed)).toBeNull();
  expect(unevenPlaces(spread(8, 8, 8, 4))).toBeNull();
  expect(unevenPlaces([...spread(9, 0, 0), ...spread(1, 1, 1, 1)])?.expected).toEqual([4, 4, 4, 1]);
});

it("has the limits of the tables (NIST/SEMATECH e-Handbook 1.3.6.7.4)", () => {
  for (const [degrees, table] of [
    [1, 6.635],
    [2, 9.21],
    [3, 11.345],
    [4, 13.277],
    [9, 21.666],
  ] as const)
    expect(Math.abs(criticalValue(degrees) / table - 1)).toBeLessThan(0.01);
});

/** Every way in which the answers of a small set can fall, each as likely as chance makes it. */
it.each([5, 6, 7, 8, 9, 10, 12])("calls fewer than 2 in 100 even sets of %i uneven", (size) => {
  let wronglyCalled = 0;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  for (let a = 0; a <= size; a++)
    for (let b = 0; b <= size - a; b++)
      for (let c = 0; c <= size - a - b; c++) {
        const counts = [a, b, c, size - a - b - c];
        if (unevenPlaces(spread(...counts)))
          wronglyCalled += factorial(size) / counts.reduce((all, n) => all * factorial(n), 4 ** size);
      }
  expect(wronglyCalled).toBeLessThan(0.02);
  expect(wronglyCalled).toBeGreaterThan(0);
});
