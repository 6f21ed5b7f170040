import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AGREEMENT, agreedShare, nextMarker, shareOfRubric } from "./marking-rules";

const criteria = [
  { id: "facts", html: "Facts", points: 4 },
  { id: "style", html: "Style", points: 1 },
];
const marked = (points: Record<string, number>) => shareOfRubric(criteria, { points, comment: "" });

describe("the share of a rubric", () => {
  it.each<[string, Record<string, number>, number]>([
    ["everything", { facts: 4, style: 1 }, 1],
    ["nothing", { facts: 0, style: 0 }, 0],
    ["a part", { facts: 2, style: 1 }, 0.6],
    ["a criterion left out", { facts: 2 }, 0.4],
    ["one that the rubric does not have", { facts: 2, charm: 9 }, 0.4],
    ["more than there is", { facts: 40, style: 1 }, 1],
    ["less than nothing", { facts: -3 }, 0],
  ])("for %s", (_, points, share) => {
    expect(marked(points)).toBeCloseTo(share, 12);
  });

  it("is nothing without a rubric", () => {
    expect(shareOfRubric(undefined, { points: { facts: 3 }, comment: "" })).toBe(0);
    expect(shareOfRubric([], { points: {}, comment: "" })).toBe(0);
  });
});

describe("what counts", () => {
  it.each<[string, number[], 1 | 2, number | null]>([
    ["nobody has marked", [], 1, null],
    ["one has, and one is enough", [0.7], 1, 0.7],
    ["one of two has", [0.7], 2, null],
    ["two agree", [0.6, 0.7], 2, 0.65],
    ["two are just as far apart as may be", [0.8, 0.9], 2, 0.85],
    ["two are too far apart", [0.5, 0.61], 2, null],
    ["a third decides between them", [0.5, 0.9, 0.2], 2, 0.2],
    ["a third is not needed", [0.5, 0.55, 0.9], 2, 0.525],
    ["a second was asked for after the first had counted", [0.5, 0.9], 1, null],
  ])("when %s", (_, shares, markers, share) => {
    const agreed = agreedShare(shares, markers);
    if (share === null) expect(agreed).toBeNull();
    else expect(agreed).toBeCloseTo(share, 12);
  });

  it("does not depend on which of two came first, and lies between them", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (a, b) => {
        const agreed = agreedShare([a, b], 2);
        expect(agreedShare([b, a], 2)).toBe(agreed);
        if (agreed === null) expect(Math.abs(a - b)).toBeGreaterThan(AGREEMENT);
        else expect(agreed >= Math.min(a, b) - 1e-12 && agreed <= Math.max(a, b) + 1e-12).toBe(true);
      }),
    );
  });
});

describe("who marks next", () => {
  it.each<[string, number[][], 1 | 2, 1 | 2 | 3 | null]>([
    ["the first, at the beginning", [[], []], 1, 1],
    ["nobody after the only one", [[0.5], [1]], 1, null],
    ["the second of two", [[0.5], [1]], 2, 2],
    [
      "nobody when two agree on all",
      [
        [0.5, 0.5],
        [1, 0.95],
      ],
      2,
      null,
    ],
    [
      "a third when two do not agree on one",
      [
        [0.5, 0.5],
        [1, 0.2],
      ],
      2,
      3,
    ],
    [
      "nobody after the third",
      [
        [0.5, 0.5],
        [1, 0.2, 0.4],
      ],
      2,
      null,
    ],
    ["nobody where nothing is marked by hand", [], 2, null],
  ])("%s", (_, shares, markers, next) => {
    expect(nextMarker(shares, markers)).toBe(next);
  });
});
