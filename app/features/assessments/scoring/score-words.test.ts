import { expect, it } from "vitest";
import { clauseNumber, count, duration, markPercent, percent, pointsOf } from "./score-words";
import { clockFace } from "../sitting/time-left";

it.each([
  [0.8, "80%"],
  [0.7996, "79.9%"],
  [0.799999, "79.9%"],
  [1, "100%"],
  [0, "0%"],
  [2 / 3, "66.6%"],
  [0.29, "29%"],
  [0.833333, "83.3%"],
])("shows %d as %s, never as a mark it did not reach", (share, text) => expect(percent(share)).toBe(text));

it.each([
  [0.666666, 0.6667, "66.66%", "66.67%"],
  [0.6667, 0.6667, "66.67%", "66.67%"],
  [0.659999, 0.66, "65.9%", "66%"],
  [0.66, 0.66, "66%", "66%"],
  [0.66666, 0.666667, "66.666%", "66.6667%"],
  [0.799999, 0.8, "79.9%", "80%"],
])("shows %d beside the mark %d so that only what reached it looks so", (share, mark, text, markText) => {
  expect([percent(share, mark), markPercent(mark)]).toEqual([text, markText]);
});

it("counts in words that fit the number", () => {
  expect([
    count(1, "attempt"),
    count(2, "attempt"),
    duration(24),
    duration(48),
    duration(6),
    duration(1),
  ]).toEqual(["1 attempt", "2 attempts", "1 day", "2 days", "6 hours", "1 hour"]);
  expect([pointsOf(2 / 3, 1), pointsOf(3, 4)]).toEqual(["0.66 of 1 point", "3 of 4 points"]);
  expect(clauseNumber("iso-9001:2015/7.2")).toBe("7.2");
});

it.each([
  [59_001, "1:00"],
  [61_000, "1:01"],
  [3_600_000, "1:00:00"],
  [500, "0:01"],
  [600_000, "10:00"],
])("shows %d ms as %s", (ms, text) => expect(clockFace(ms)).toBe(text));
