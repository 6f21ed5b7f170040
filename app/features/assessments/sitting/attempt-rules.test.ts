import { describe, expect, it } from "vitest";
import { deadlineFor, shownDeadline, standingOf, type PastAttempt } from "./attempt-rules";

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

describe("while somebody has to mark the last attempt", () => {
  const past = [attempt(1, 0, false), attempt(2, 1)].map((each) => ({
    ...each,
    submittedAt: each.startedAt,
  }));

  it("no other one starts, and it is known which is marked", () => {
    expect(standingOf(past, rules, day(9))).toMatchObject({
      state: "marking",
      mayStart: false,
      last: { id: "a2" },
    });
  });
  it("counts as used until it is known, and what it comes to decides then", () => {
    expect(standingOf(past, rules, day(9)).left).toBe(1);
    const passed = [past[0]!, { ...past[1]!, passed: true }];
    expect(standingOf(passed, rules, day(9))).toMatchObject({ state: "passed", left: 3, mayStart: true });
  });
});

describe("a test that closes after the last attempt", () => {
  const closed = { attempts: { max: 2, waitHours: 24, renewDays: 30, afterLast: "closed" as const } };
  const past = [attempt(1, 0, false), attempt(2, 1, false)];

  it("opens no fresh set by itself", () => {
    for (const later of [1, 32, 4_000])
      expect(standingOf(past, closed, day(later))).toMatchObject({
        state: "closed",
        left: 0,
        nextAt: null,
        mayStart: false,
      });
  });
  it("is no different before they are used up, or after a pass", () => {
    expect(standingOf(past.slice(0, 1), closed, day(1))).toMatchObject({
      state: "failed",
      left: 1,
      mayStart: true,
    });
    expect(standingOf([past[0]!, attempt(2, 1, true)], closed, day(1))).toMatchObject({
      state: "passed",
      left: 2,
      mayStart: true,
    });
  });
  it("opens by a grant, at once and without the waiting time", () => {
    const granted = [new Date(day(1).getTime() + 1)];
    expect(standingOf(past, closed, granted[0]!, granted)).toMatchObject({
      state: "failed",
      left: 2,
      mayStart: true,
    });
    /* Not before it was granted. */
    expect(standingOf(past, closed, day(1), granted)).toMatchObject({ state: "closed", mayStart: false });
  });
  it("closes again when what was granted is used up, and an old grant opens it no more", () => {
    const grants = [day(2)];
    const third = attempt(3, 3, false);
    expect(standingOf([...past, third], closed, day(3), grants)).toMatchObject({ state: "waiting", left: 1 });
    expect(standingOf([...past, third], closed, day(4), grants)).toMatchObject({ state: "failed", left: 1 });
    const all = [...past, third, attempt(4, 4, false)];
    expect(standingOf(all, closed, day(50), grants)).toMatchObject({ state: "closed", left: 0 });
    expect(standingOf(all, closed, day(50), [...grants, day(49)])).toMatchObject({ left: 2, mayStart: true });
  });
  it("counts the open attempt of what was granted", () => {
    const open = { ...attempt(3, null), startedAt: day(3) };
    expect(standingOf([...past, open], closed, day(3), [day(2)])).toMatchObject({ state: "open", left: 1 });
  });
});

describe("the time in which a test may be sat", () => {
  const window = { opensAt: day(10).toISOString(), closesAt: day(20).toISOString() };
  const timed = { ...rules, window };

  it("is open from its first moment up to, not including, its last", () => {
    const just = (number: number, offset: number) => new Date(day(number).getTime() + offset);
    expect(standingOf([], timed, just(10, -1))).toMatchObject({
      state: "not-open",
      nextAt: day(10),
      mayStart: false,
    });
    expect(standingOf([], timed, day(10))).toMatchObject({
      state: "not-started",
      nextAt: null,
      mayStart: true,
    });
    expect(standingOf([], timed, just(20, -1))).toMatchObject({ state: "not-started", mayStart: true });
    expect(standingOf([], timed, day(20))).toMatchObject({
      state: "not-open",
      nextAt: null,
      mayStart: false,
    });
  });
  it("and the waiting time must both be over", () => {
    const early = [attempt(1, 9.5, false)];
    expect(standingOf(early, timed, day(9.9))).toMatchObject({ nextAt: day(10.5), mayStart: false });
    expect(standingOf(early, timed, day(10.2))).toMatchObject({ state: "waiting", nextAt: day(10.5) });
    expect(standingOf(early, timed, day(10.5)).mayStart).toBe(true);
    expect(standingOf([attempt(1, 19.5, false)], timed, day(20))).toMatchObject({
      nextAt: null,
      mayStart: false,
    });
  });
  it("is not opened by a grant", () => {
    const past = [1, 2, 3].map((number) => attempt(number, 10 + number, false));
    expect(standingOf(past, timed, day(21), [day(20.5)])).toMatchObject({
      state: "not-open",
      mayStart: false,
    });
  });
  it("does not hide a pass, nor an open attempt", () => {
    expect(standingOf([attempt(1, 11, true)], timed, day(30))).toMatchObject({
      state: "passed",
      mayStart: false,
    });
    expect(standingOf([attempt(1, null)], timed, day(30)).state).toBe("open");
  });
});

describe("the deadline", () => {
  const at = (minutes: number) => new Date(start + minutes * 60_000);

  it.each<[string, Parameters<typeof deadlineFor>[0], number, number, number]>([
    ["is the time of the test after its start", { minutes: 30 }, 0, 30, 30],
    ["comes later by what was granted", { minutes: 30 }, 15, 45, 45],
    ["comes later by the grace, which is not shown", { minutes: 30, graceSeconds: 60 }, 0, 31, 30],
    ["is where the test closes", { minutes: 30, window: { closesAt: at(20).toISOString() } }, 0, 20, 20],
    [
      "is there with what was granted",
      { minutes: 30, window: { closesAt: at(20).toISOString() } },
      15,
      35,
      35,
    ],
    [
      "is there with the grace as well",
      { minutes: 30, graceSeconds: 120, window: { closesAt: at(20).toISOString() } },
      0,
      22,
      20,
    ],
    [
      "is its own where the test closes later",
      { minutes: 30, window: { closesAt: at(90).toISOString() } },
      0,
      30,
      30,
    ],
    ["minds only the closing", { minutes: 30, window: { opensAt: at(-5).toISOString() } }, 0, 30, 30],
  ])("%s", (_, test, extra, deadline, shown) => {
    const found = deadlineFor(test, at(0), extra);
    expect(found.deadlineAt).toEqual(at(deadline));
    expect(shownDeadline(found)).toEqual(at(shown));
  });
});
