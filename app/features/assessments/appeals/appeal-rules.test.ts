import { describe, expect, it } from "vitest";
import { appealsCloseAt, decideBy, isOverdue, openKeyOf } from "./appeal-rules";

const noon = new Date("2026-03-04T12:00:00.000Z");

describe("deadlines of appeals", () => {
  it("are 14 days each", () => {
    expect(appealsCloseAt(noon).toISOString()).toBe("2026-03-18T12:00:00.000Z");
    expect(decideBy(noon).toISOString()).toBe("2026-03-18T12:00:00.000Z");
  });

  it("make an open appeal overdue to the millisecond, and no other", () => {
    const due = decideBy(noon);
    const before = new Date(due.getTime() - 1);
    expect(isOverdue({ state: "open", decideBy: due }, before)).toBe(false);
    expect(isOverdue({ state: "open", decideBy: due }, due)).toBe(true);
    expect(isOverdue({ state: "rejected", decideBy: due }, due)).toBe(false);
  });

  it("tell a question from the whole test", () => {
    expect(openKeyOf("a", 3)).not.toBe(openKeyOf("a", null));
  });
});
