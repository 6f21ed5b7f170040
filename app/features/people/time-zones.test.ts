import { describe, expect, it } from "vitest";
import { isTimeZone, TIME_ZONES } from "./time-zones.server";

describe("time zones", () => {
  it("are all usable, by their present names", () => {
    for (const timeZone of TIME_ZONES)
      expect(() => new Intl.DateTimeFormat("en", { timeZone })).not.toThrow();
    expect(["UTC", "Europe/Oslo", "Asia/Kolkata", "Europe/Kyiv"].map(isTimeZone)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(["", "Mars/Olympus", "+05:00", "Asia/Calcutta"].map(isTimeZone)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
