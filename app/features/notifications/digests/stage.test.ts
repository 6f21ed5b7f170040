import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, endOfDay } from "~/features/people/calendar";
import { DEFAULT_RULES, DEFAULT_SETTINGS, type Occasion, type ReminderRule } from "../rules/reminder-rule";
import { daysBegun } from "./days-begun";
import { reminderWords } from "./reminder-words";
import { dayFor, stageOf } from "./stage";
import { daysAfter, isWorkingDay } from "./working-days";

const everyDay = { ...DEFAULT_SETTINGS, workingDays: [1, 2, 3, 4, 5, 6, 7] };
const rule = (occasion: Occasion, daysBefore: number): ReminderRule => ({
  ruleId: `${occasion} ${daysBefore}`,
  occasion,
  daysBefore,
  toPerson: true,
  toManagers: false,
  channel: "both",
});
const on = (day: string) => new Date(`${day}T12:00:00Z`);
const due = (day: string) => [{ occasion: "first" as const, date: on(day), cycle: "one" }];
const stage = (occasions: Parameters<typeof stageOf>[0], today: string, settings = everyDay) =>
  stageOf(occasions, DEFAULT_RULES, { timeZone: "UTC", today, settings });

describe("a stage", () => {
  it("is the rule whose day came last, each on its own day", () => {
    const days = [
      "2026-01-01",
      "2026-03-02",
      "2026-04-01",
      "2026-04-24",
      "2026-04-30",
      "2026-05-01",
      "2026-05-08",
    ];
    const told = days.map((day) => stage(due("2026-05-01"), day)?.rule.daysBefore);
    expect(told).toEqual([undefined, 60, 30, 7, 1, 0, -7]);
    expect(stage(due("2026-05-01"), "2026-05-07")?.rule.daysBefore).toBe(0);
    expect(stage(due("2026-05-01"), "2027-01-01")?.rule.daysBefore).toBe(-7);
  });

  it("names the last day of what ends at a midnight, the same day for everybody if it is one of UTC", () => {
    const zones = ["UTC", "Pacific/Auckland", "America/Los_Angeles"];
    const until = new Date("2027-02-01T00:00:00Z");
    for (const timeZone of zones) {
      const found = stageOf([{ occasion: "expiring", date: until, cycle: "one" }], [rule("expiring", 0)], {
        timeZone,
        today: "2027-02-01",
        settings: everyDay,
      });
      expect(found?.day, timeZone).toBe("2027-01-31");
      const said = { title: "Conduct", date: until };
      const early = new Date("2027-01-01T00:00:00Z");
      expect(reminderWords({ ...said, occasion: "expiring" }, timeZone, early)).toBe(
        "Conduct is valid until 31 January 2027",
      );
      expect(reminderWords({ ...said, occasion: "first" }, timeZone, early)).toBe(
        "Conduct is due by 31 January 2027",
      );
    }
    const asked = endOfDay("2026-03-04", "Europe/Berlin");
    expect(reminderWords({ title: "Conduct", date: asked, occasion: "first" }, "Europe/Berlin", asked)).toBe(
      "Conduct was due by 4 March 2026",
    );
  });

  it("says one thing of a certificate, what ends before what opens", () => {
    const held = [
      { occasion: "window-open" as const, date: on("2026-03-02"), cycle: "one" },
      { occasion: "expiring" as const, date: on("2026-05-01"), cycle: "one" },
    ];
    expect(stage(held, "2026-03-01")).toBeNull();
    expect(stage(held, "2026-03-02")?.rule.ruleId).toBe("expiring-60");
    expect(
      stageOf(held, [rule("window-open", 0)], { timeZone: "UTC", today: "2026-03-02", settings: everyDay }),
    ).toMatchObject({ occasion: "window-open", day: "2026-03-02" });
  });

  it("keeps clear of weekends and holidays: before by going back, after by waiting", () => {
    /* 4 April 2026 is a Saturday, the 3rd Good Friday and the 6th Easter Monday. */
    const week = { ...DEFAULT_SETTINGS, holidays: ["2026-04-03", "2026-04-06"] };
    expect(dayFor(rule("first", 0), "2026-04-04", week)).toBe("2026-04-02");
    expect(dayFor(rule("first", 7), "2026-04-11", week)).toBe("2026-04-02");
    expect(dayFor(rule("first", -1), "2026-04-03", week)).toBe("2026-04-07");
    expect(dayFor(rule("window-open", 0), "2026-04-04", week)).toBe("2026-04-07");
    expect(dayFor(rule("lapsed", 0), "2026-04-04", week)).toBe("2026-04-07");
    expect(dayFor(rule("expiring", 0), "2026-04-08", week)).toBe("2026-04-08");
  });

  it("falls on a working day, on the right side of its date, whatever the week", () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => daysAfter("2024-01-01", days));
    const week = fc.record({
      digestHour: fc.constant(8),
      workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      holidays: fc.array(day, { maxLength: 20 }),
    });
    fc.assert(
      fc.property(day, fc.integer({ min: -90, max: 90 }), week, (date, days, settings) => {
        const found = dayFor(rule("first", days), date, settings);
        const plain = daysAfter(date, -days);
        expect(isWorkingDay(found, settings)).toBe(true);
        expect(days < 0 ? found >= plain : found <= plain).toBe(true);
      }),
    );
  });
});

describe("the digest hour", () => {
  const zones = ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"];

  it("comes once on each local day, also in the nights in which clocks change and across the date line", () => {
    for (const [from, hours] of [
      ["2026-03-06T00:00:00Z", 24 * 25],
      ["2026-10-20T00:00:00Z", 24 * 16],
    ] as const)
      for (const zone of zones)
        for (const digestHour of [0, 2, 8, 23]) {
          const seen: string[] = [];
          for (let hour = 0; hour < hours; hour++) {
            const moment = new Date(Date.parse(from) + hour * 3_600_000);
            const [day] = daysBegun(moment, [zone], { ...everyDay, digestHour }).keys();
            if (day && day !== seen.at(-1)) seen.push(day);
          }
          expect(new Set(seen).size, `${zone} at ${digestHour}`).toBe(seen.length);
          expect(seen.every((day, index) => index === 0 || day === daysAfter(seen[index - 1]!, 1))).toBe(
            true,
          );
          expect(seen.length).toBeGreaterThanOrEqual(hours / 24 - 1);
        }
  });

  it("has come on two calendar days at once, where the date line lies between", () => {
    const moment = new Date("2026-06-10T21:00:00Z");
    const begun = daysBegun(moment, ["Pacific/Kiritimati", "Pacific/Pago_Pago"], everyDay);
    expect([...begun.keys()]).toEqual(["2026-06-11", "2026-06-10"]);
    expect(dayOf(moment, "UTC")).toBe("2026-06-10");
  });

  it("does not come on a day off", () => {
    const sunday = new Date("2026-06-14T12:00:00Z");
    expect(daysBegun(sunday, ["UTC"], DEFAULT_SETTINGS).size).toBe(0);
    const holiday = { ...DEFAULT_SETTINGS, holidays: ["2026-06-15"] };
    expect(daysBegun(new Date("2026-06-15T12:00:00Z"), ["UTC"], holiday).size).toBe(0);
  });
});
