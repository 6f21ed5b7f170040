import { describe, expect, it } from "vitest";
import { earnedBy, type Evidence, lastOf } from "./earnable";

const day = (text: string) => new Date(`${text}T09:00:00Z`);
const steps = [{ course: "conduct" }, { assessment: "essentials" }];
const course = (at: string, current = true): Evidence => ({
  kind: "course",
  slug: "conduct",
  at: day(at),
  current,
  recordId: at,
});
const test = (at: string): Evidence => ({
  kind: "assessment",
  slug: "essentials",
  at: day(at),
  recordId: at,
});

const later = day("2030-01-01");

describe("earning", () => {
  it("takes evidence of any age the first time", () => {
    const evidence = earnedBy(steps, [course("2020-01-01", false), test("2026-01-01")], null, later);
    expect(evidence && lastOf(evidence)).toEqual(day("2026-01-01"));
  });

  it("needs every step", () => {
    expect(earnedBy(steps, [course("2026-01-01")], null, later)).toBeNull();
    expect(
      earnedBy(steps, [{ ...course("2026-01-01"), slug: "other" }, test("2026-01-01")], null, later),
    ).toBeNull();
  });

  it("needs a new pass to renew, but no second reading of a course that has not changed", () => {
    const since = day("2026-01-01");
    expect(earnedBy(steps, [course("2024-01-01"), test("2024-02-01")], since, later)).toBeNull();
    expect(earnedBy(steps, [course("2024-01-01"), test("2026-02-01")], since, later)).toHaveLength(2);
  });

  it("needs the changed course to be read to renew", () => {
    const since = day("2026-01-01");
    expect(earnedBy(steps, [course("2024-01-01", false), test("2026-02-01")], since, later)).toBeNull();
    expect(
      earnedBy(steps, [course("2024-01-01", false), course("2026-01-15"), test("2026-02-01")], since, later),
    ).toHaveLength(2);
  });
});
