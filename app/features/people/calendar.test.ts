import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayInWords, dayOf, endOfDay, isDay, startOfDay } from "./calendar";

const zones = Intl.supportedValuesOf("timeZone");
const anyDay = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2060-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("calendar", () => {
  it("knows days from what only looks like one", () => {
    for (const day of ["2026-03-04", "2024-02-29"]) expect(isDay(day)).toBe(true);
    for (const text of [
      "",
      "2026-3-4",
      "2026-02-30",
      "2025-02-29",
      "2026-13-01",
      "0026-03-04",
      "9999-01-01",
      "today",
    ])
      expect(isDay(text)).toBe(false);
  });

  it("turns a day into moments and back, in every zone", () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...zones), (day, zone) => {
        const start = startOfDay(day, zone);
        const end = endOfDay(day, zone);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(new Date(start.getTime() - 1), zone)).not.toBe(day);
        /* A zone that crosses the date line has no such day at all: Samoa in 2011. */
        if (end > start) expect(dayOf(new Date(end.getTime() - 1), zone)).toBe(day);
      }),
      { numRuns: 500 },
    );
  });

  it("begins the day where the person is", () => {
    expect(startOfDay("2026-03-04", "Asia/Tokyo").toISOString()).toBe("2026-03-03T15:00:00.000Z");
    expect(endOfDay("2026-03-29", "Europe/Oslo").toISOString()).toBe("2026-03-29T22:00:00.000Z");
  });

  it("writes a day in words", () => expect(dayInWords("2026-03-04")).toBe("4 March 2026"));
});
