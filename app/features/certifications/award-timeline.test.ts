import { describe, expect, it } from "vitest";
import { timelineOf } from "./award-timeline";
import type { Award } from "./certification-facts.server";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const award = (id: string, from: string, until: string, more: Partial<Award> = {}): Award => ({
  id,
  personId: "person",
  certificationId: "first-aid",
  title: "First aid",
  edition: "2026",
  number: 1,
  code: id,
  validFrom: day(from),
  validUntil: day(until),
  recordedAt: day(from),
  renewalWindowDays: 60,
  graceDays: 30,
  events: [],
  ...more,
});
const kinds = (awards: readonly Award[]) =>
  Object.fromEntries(
    timelineOf(awards, day("2030-01-01"))
      .filter(({ kind }) => kind === "awarded" || kind === "renewed")
      .map(({ awardId, kind }) => [awardId, kind]),
  );

describe("a certificate in the timeline", () => {
  it("is renewed while the one before is valid, or in grace", () => {
    expect(
      kinds([
        award("a", "2024-01-01", "2025-01-01"),
        award("b", "2024-12-01", "2026-01-01"),
        award("c", "2026-01-20", "2027-01-01"),
      ]),
    ).toEqual({ a: "awarded", b: "renewed", c: "renewed" });
  });

  it("expires only where no other one counts by then", () => {
    const expired = (...awards: Award[]) =>
      timelineOf(awards, day("2030-01-01"))
        .filter(({ kind }) => kind === "expired")
        .map(({ awardId }) => awardId);
    const [a, b] = [award("a", "2024-01-01", "2025-01-01"), award("b", "2024-12-01", "2026-01-01")];
    expect(expired(a, b)).toEqual(["b"]);
    expect(expired(a, award("other", "2024-12-01", "2026-01-01", { certificationId: "driving" }))).toEqual([
      "other",
      "a",
    ]);
  });

  it("is awarded anew after a lapse, after a revocation, and beside one of another kind", () => {
    const revoked = {
      number: 1,
      kind: "revoked",
      effectiveAt: day("2026-06-01"),
      recordedAt: day("2026-06-01"),
    };
    expect(
      kinds([
        award("a", "2024-01-01", "2025-01-01"),
        award("lapsed", "2025-06-01", "2027-01-01", {
          events: [{ ...revoked, validFrom: null, validUntil: null }],
        }),
        award("other", "2025-07-01", "2026-01-01", { certificationId: "driving" }),
        award("revoked", "2026-07-01", "2027-07-01"),
      ]),
    ).toEqual({ a: "awarded", lapsed: "awarded", other: "awarded", revoked: "awarded" });
  });
});
