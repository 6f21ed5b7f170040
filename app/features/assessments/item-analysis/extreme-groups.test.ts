import { expect, it } from "vitest";
import { extremeGroups, groupMean } from "./extreme-groups";

it("people who tie at the edge count in part, so that a group keeps its size", () => {
  // Of ten, 27% are three: the best one, and two places for the three who share 0.8.
  const groups = extremeGroups([0.9, 0.8, 0.8, 0.8, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1], 0.27)!;
  expect(groups.upper).toEqual([1, 2 / 3, 2 / 3, 2 / 3, 0, 0, 0, 0, 0, 0]);
  expect(groups.lower).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1]);
  expect(groupMean([1, 1, 0, 0, 0, 0, 0, 0, 0, 0], groups.upper)).toBeCloseTo((1 + 2 / 3) / 3, 12);
});

it("scores that differ by a rounding error tie", () => {
  const groups = extremeGroups([0.1 + 0.2, 0.3, 0, 0], 0.25)!;
  expect(groups.upper).toEqual([0.5, 0.5, 0, 0]);
  expect(extremeGroups([0.1 + 0.2, 0.3, 0.3], 1 / 3)).toBeNull();
});

it("no groups of too few people, nor groups that overlap", () => {
  expect(extremeGroups([], 0.27)).toBeNull();
  expect(extremeGroups([1], 0.27)).toBeNull();
  expect(extremeGroups([1, 0, 0.5], 0.6)).toBeNull();
  expect(extremeGroups([1, 0], 0.27)).not.toBeNull();
});
