import { describe, expect, it } from "vitest";
import { standingOf, type PastAttempt } from "./attempt-rules";

const rules = { attempts: { max: 3, waitHours: 24, renewDays: 30 } };
const start = Date.UTC(2026, 2, 1, 9);
const day = (number: number) => new Date(start + number * 86_400_000);

function attempt(number: number, submitted: number | null, passed: boolean | null = null): PastAttempt {
  const startedAt = day(submitted ?? 0);
  const submittedAt = submitted === null ? null : day(submitted);
  return {
    id: `a${number}`,
    number,
    startedAt,
    deadlineAt: day(99),
    submittedAt,
    passed,
    score: passed === null ? null : 0.5,
  };
}

describe("standing", () => {
  it("begins with all attempts", () => {
    expect(standingOf([], rules, day(0))).toMatchObject({ state: "not-started", left: 3, nextAt: null });
  });
  it("counts the open attempt as used", () => {
    expect(standingOf([attempt(1, null)], rules, day(0))).toMatchObject({
      state: "open",
      left: 2,
      open: { id: "a1" },
    });
  });
  it("waits after a failed attempt, to the millisecond", () => {
    const past = [attempt(1, 0, false)];
    expect(standingOf(past, rules, new Date(day(1).getTime() - 1))).toMatchObject({
      state: "waiting",
      left: 2,
      nextAt: day(1),
    });
    expect(standingOf(past, rules, day(1))).toMatchObject({ state: "failed", left: 2, nextAt: null });
  });
  it("opens a fresh set some days after the last attempt of one used up", () => {
    const past = [attempt(1, 0, false), attempt(2, 1, false), attempt(3, 2, false)];
    expect(standingOf(past, rules, day(31))).toMatchObject({ state: "waiting", left: 0, nextAt: day(32) });
    expect(standingOf(past, rules, day(32))).toMatchObject({ state: "failed", left: 3, nextAt: null });
    expect(standingOf([...past, attempt(4, 32, false)], rules, day(40))).toMatchObject({
      state: "failed",
      left: 2,
    });
  });
  it("lets someone who passed sit again at once with a fresh set, to renew", () => {
    const past = [attempt(1, 0, false), attempt(2, 1, true)];
    expect(standingOf(past, rules, day(1))).toMatchObject({ state: "passed", left: 3, nextAt: null });
    expect(standingOf([...past, attempt(3, 2, false)], rules, day(2))).toMatchObject({
      state: "waiting",
      left: 2,
    });
  });
  it("does not depend on the order of the rows", () => {
    const past = [attempt(2, 1, true), attempt(1, 0, false)];
    expect(standingOf(past, rules, day(2)).state).toBe("passed");
  });
  it("stays sensible when a revision lowers the number of attempts", () => {
    const past = [attempt(1, 0, false), attempt(2, 1, false), attempt(3, 2, false)];
    expect(standingOf(past, { attempts: { ...rules.attempts, max: 2 } }, day(4))).toMatchObject({ left: 1 });
  });
});
