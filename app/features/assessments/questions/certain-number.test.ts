import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certainNumber, showNumber, twoReadings, writeNumber } from "./certain-number";
import { parseNumber } from "./parse-number";

describe("a number that is typed", () => {
  it.each(["41,160", "41.160", "-1,234", "−1.000", " 999,999 "])(
    "is not taken as %j, which may be two",
    (typed) => {
      expect(certainNumber(typed)).toBeNull();
      expect(twoReadings(typed)).toMatch(/thousands/);
    },
  );

  it.each([
    ["41 160", 41160],
    ["41160", 41160],
    ["41,1600", 41.16],
    ["0,125", 0.125],
    [",125", 0.125],
    ["1234,567", 1234.567],
    ["41,16", 41.16],
    ["41,160.5", 41160.5],
  ])("is taken as %j", (typed, value) => {
    expect(twoReadings(typed)).toBeNull();
    expect(certainNumber(typed)).toBe(value);
  });

  it("says two ways to write it, which are taken and differ by a thousand", () => {
    const [, whole, decimal] = /Write (\S+) if .* or (\S+) if/.exec(twoReadings("-41,165")!)!;
    expect([certainNumber(whole!), certainNumber(decimal!)]).toEqual([-41165, -41.165]);
  });

  it("is read back as what was written or shown", () => {
    const value = fc.oneof(
      fc.integer(),
      fc
        .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: 0, max: 4 }))
        .map(([n, places]) => n / 10 ** places),
    );
    fc.assert(
      fc.property(value, (number) => {
        expect(certainNumber(writeNumber(number))).toBe(number);
        expect(certainNumber(showNumber(number))).toBe(number);
      }),
    );
  });

  it("still counts in an answer from before as it did then", () => {
    expect(parseNumber("41,160")).toBe(41.16);
  });
});
