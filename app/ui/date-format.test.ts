import { describe, expect, it } from "vitest";
import { formatDate, formatDateTime, formatRelative } from "./date-format";

describe("dates", () => {
  it("follow the person's zone", () => {
    const moment = new Date("2025-03-04T23:30:00Z");
    expect(formatDate(moment, "UTC")).toBe("4 Mar 2025");
    expect(formatDate(moment, "Asia/Singapore")).toBe("5 Mar 2025");
    expect(formatDateTime(moment, "America/New_York")).toBe("4 Mar 2025, 18:30");
  });

  it("keep a calendar date the same day everywhere", () => {
    expect(formatDate("2025-03-04", "Pacific/Auckland")).toBe("4 Mar 2025");
    expect(formatDate("2025-03-04", "America/Los_Angeles")).toBe("4 Mar 2025");
  });

  it("write midnight as 00, not 24", () => {
    expect(formatDateTime("2025-03-04T00:05:00Z", "UTC")).toBe("4 Mar 2025, 00:05");
  });
});

describe("distances", () => {
  const now = "2025-03-10T12:00:00Z";

  it.each([
    ["2025-03-10T12:00:20Z", "just now"],
    ["2025-03-10T12:01:00Z", "in 1 minute"],
    ["2025-03-10T09:00:00Z", "3 hours ago"],
    ["2025-03-22T12:00:00Z", "in 12 days"],
    ["2024-09-10T12:00:00Z", "6 months ago"],
    ["2028-03-10T12:00:00Z", "in 3 years"],
  ])("%s reads %s", (value, words) => {
    expect(formatRelative(value, now)).toBe(words);
  });
});
