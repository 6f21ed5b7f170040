import { describe, expect, it } from "vitest";
import { countingMarks } from "./marking-rules";

const criteria = [
  { id: "a", html: "A", points: 4 },
  { id: "b", html: "B", points: 6 },
];
const mark = (a: number, b: number, comment = "") => ({ points: { a, b }, comment });

describe("countingMarks", () => {
  it("shows what the result was made of", () => {
    expect(countingMarks(criteria, [], 1)).toBeNull();
    expect(countingMarks(criteria, [mark(4, 3, "One.")], 1)).toEqual({
      points: { a: 4, b: 3 },
      comments: ["One."],
    });
    expect(countingMarks(criteria, [mark(4, 3, "One."), mark(3, 4, "Two.")], 2)).toEqual({
      points: { a: 3.5, b: 3.5 },
      comments: ["One.", "Two."],
    });
    expect(countingMarks(criteria, [mark(4, 6), mark(0, 0), mark(2, 2, "Three.")], 2)).toEqual({
      points: { a: 2, b: 2 },
      comments: ["Three."],
    });
  });

  it("leaves the first marker's while others have yet to mark after a result", () => {
    expect(countingMarks(criteria, [mark(4, 6)], 2)?.points).toEqual({ a: 4, b: 6 });
    expect(countingMarks(criteria, [mark(4, 6), mark(0, 0)], 2)?.points).toEqual({ a: 4, b: 6 });
  });
});
