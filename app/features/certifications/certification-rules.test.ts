import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AsOf,
  type AwardEventFact,
  type AwardFact,
  cycleOpening,
  dueBy,
  type ObligationFact,
  renewalOpensAt,
  renewedAt,
  standing,
} from "./certification-rules";
import { validUntil } from "./validity-rules";
import { plainStanding } from "../../../tests/setup/plain-standing";

const day = (text: string) => new Date(`${text}T09:00:00Z`);
const today = (text: string): AsOf => ({ effective: day(text), known: day(text) });

function award(id: string, from: string, until: string | null, events: AwardEventFact[] = []): AwardFact {
  const validFrom = day(from);
  return {
    id,
    validFrom,
    validUntil: until ? day(until) : null,
    recordedAt: validFrom,
    renewalWindowDays: 60,
    graceDays: 0,
    events,
  };
}

function event(number: number, kind: string, effective: string, recorded = effective): AwardEventFact {
  const dates = { validFrom: null, validUntil: null };
  return { number, kind, effectiveAt: day(effective), recordedAt: day(recorded), ...dates };
}

const duty: ObligationFact = { heldFrom: day("2026-01-10"), requiredFrom: day("2025-01-01"), dueDays: 60 };

describe("validity", () => {
  it.each([
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", 48, "2028-02-29"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2026-08-31", 6, "2027-02-28"],
    ["2026-03-29", 24, "2028-03-29"],
  ])("from %s for %i months ends on %s", (from, months, until) => {
    expect(validUntil(day(from), { months })).toEqual(day(until));
  });

  it("keeps the hour of the day over a change of clocks", () => {
    expect(validUntil(new Date("2026-01-31T23:30:00Z"), { months: 6 })).toEqual(
      new Date("2026-07-31T23:30:00Z"),
    );
  });

  it("has no end where none is defined", () => {
    expect(validUntil(day("2026-01-01"), null)).toBeNull();
    expect(renewalOpensAt(null, 60)).toBeNull();
  });
});

describe("validity from the end before, and to a day of the year", () => {
  const onTime = { months: 12, from: "previous-expiry" } as const;

  it("counts a renewal in the window or in grace from the end of the one before", () => {
    expect(validUntil(day("2026-11-10"), onTime, day("2026-12-31"))).toEqual(day("2027-12-31"));
    expect(validUntil(day("2027-01-10"), onTime, day("2026-12-31"))).toEqual(day("2027-12-31"));
  });

  it("counts a first award, and one after a lapse, from its own completion", () => {
    expect(validUntil(day("2026-11-10"), onTime)).toEqual(day("2027-11-10"));
  });

  it("is a whole period longer where it would be shorter than the least", () => {
    const short = { months: 1, from: "previous-expiry", minimumDays: 20 } as const;
    expect(validUntil(day("2027-01-25"), short, day("2026-12-31"))).toEqual(day("2027-02-28"));
  });

  it.each([
    ["2026-03-04T09:00:00Z", "12-31", undefined, "2027-01-01T00:00:00Z"],
    ["2026-12-31T23:59:59Z", "12-31", undefined, "2027-01-01T00:00:00Z"],
    ["2026-12-15T09:00:00Z", "12-31", 30, "2028-01-01T00:00:00Z"],
    ["2026-03-01T00:00:00Z", "02-29", undefined, "2027-03-01T00:00:00Z"],
    ["2027-03-01T00:00:00Z", "02-29", undefined, "2028-03-01T00:00:00Z"],
  ])("from %s until %s, at least %s days, ends at %s", (from, until, minimumDays, end) => {
    const rule = minimumDays === undefined ? { until } : { until, minimumDays };
    expect(validUntil(new Date(from), rule)).toEqual(new Date(end));
  });

  it("ends later than what it renews, where that ends on the same day of the year", () => {
    const previous = new Date("2027-01-01T00:00:00Z");
    expect(validUntil(day("2026-11-10"), { until: "12-31" }, previous)).toEqual(
      new Date("2028-01-01T00:00:00Z"),
    );
    expect(validUntil(day("2027-01-10"), { until: "12-31" }, previous)).toEqual(
      new Date("2028-01-01T00:00:00Z"),
    );
  });

  it("always ends later than it begins", () => {
    const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-01-01"), noInvalidDate: true });
    const rules = fc.oneof(
      fc.record({ days: fc.integer({ min: 1, max: 800 }), minimumDays: fc.integer({ min: 1, max: 400 }) }),
      fc.record({ years: fc.integer({ min: 1, max: 5 }), from: fc.constant("previous-expiry" as const) }),
      fc.record({ until: fc.constantFrom("01-01", "02-29", "06-30", "12-31") }),
    );
    fc.assert(
      fc.property(moment, rules, fc.option(moment), (from, rule, previous) => {
        const end = validUntil(from, rule, previous)!;
        expect(end > from).toBe(true);
        if (previous) expect(end > previous).toBe(true);
        const least = "minimumDays" in rule ? rule.minimumDays : 0;
        expect(end.getTime() - from.getTime()).toBeGreaterThanOrEqual(least * 86_400_000);
      }),
    );
  });
});

describe("what the next award renews", () => {
  const first = award("a", "2024-02-01", "2026-02-01");
  const second = award("b", "2026-01-10", "2028-02-01");

  it("is nothing at first, the newest award while it runs, and nothing again after a lapse", () => {
    expect(renewedAt([], day("2026-01-01"))).toEqual({ renewals: 0, previousUntil: null });
    expect(renewedAt([first], day("2026-01-01"))).toEqual({ renewals: 1, previousUntil: day("2026-02-01") });
    expect(renewedAt([first], day("2026-02-01"))).toEqual({ renewals: 0, previousUntil: null });
    expect(renewedAt([first, second], day("2027-12-31"))).toEqual({
      renewals: 2,
      previousUntil: day("2028-02-01"),
    });
  });

  it("is still that award in grace, and none that was revoked", () => {
    const graced = { ...first, graceDays: 10 };
    expect(renewedAt([graced], day("2026-02-05")).renewals).toBe(1);
    expect(renewedAt([graced], day("2026-02-11")).renewals).toBe(0);
    const gone = { ...first, events: [event(1, "revoked", "2025-01-01")] };
    expect(renewedAt([gone], day("2026-01-01"))).toEqual({ renewals: 0, previousUntil: null });
  });
});

describe("grace, suspension and equivalents", () => {
  const held = { ...award("a", "2024-02-01", "2026-02-01"), graceDays: 10 };

  it("lets the work go on in grace, and shows it as what it is", () => {
    expect(standing([held], [duty], today("2026-02-05"))).toMatchObject({
      status: "grace",
      uncovered: false,
      renewalOpen: true,
      dueBy: day("2026-02-11"),
    });
    expect(standing([held], [duty], today("2026-03-12"))).toMatchObject({
      status: "expired",
      uncovered: true,
    });
  });

  it("stops at once when it is suspended, and nothing can be earned meanwhile", () => {
    const paused = award("a", "2026-02-01", "2028-02-01", [event(1, "suspended", "2026-06-01")]);
    expect(standing([paused], [duty], today("2026-06-02"))).toMatchObject({
      status: "suspended",
      uncovered: true,
    });
    expect(cycleOpening([paused], day("2026-06-02"))).toBe("closed");
  });

  it("lets one that was given back be earned anew, but not from what was done before", () => {
    const back = award("a", "2026-02-01", "2028-02-01", [event(1, "surrendered", "2026-06-01")]);
    expect(standing([back], [duty], today("2026-06-02")).status).toBe("surrendered");
    expect(cycleOpening([back], day("2026-06-02"))).toEqual(day("2026-06-01"));
  });

  it("counts an equivalent for as long as that is valid", () => {
    const other = award("x", "2026-02-01", "2027-02-01");
    expect(standing([], [duty], today("2026-06-01"), [other])).toMatchObject({
      status: "valid",
      uncovered: false,
    });
    expect(standing([], [duty], today("2027-02-01"), [other])).toMatchObject({
      status: "overdue",
      award: null,
    });
  });
});

describe("a deadline", () => {
  it("counts from the job role or from the requirement, whichever began later", () => {
    expect(dueBy(duty)).toEqual(day("2026-03-11"));
    expect(dueBy({ ...duty, requiredFrom: day("2026-02-01") })).toEqual(day("2026-04-02"));
    expect(dueBy({ ...duty, dueAt: day("2026-05-05") })).toEqual(day("2026-05-05"));
  });
});

describe("standing", () => {
  it("is due until the deadline, overdue from it on", () => {
    expect(standing([], [duty], today("2026-03-10"))).toMatchObject({ status: "due", uncovered: false });
    expect(standing([], [duty], today("2026-03-11"))).toMatchObject({ status: "overdue", uncovered: true });
  });

  it("takes the earliest of several deadlines", () => {
    const sooner = { ...duty, dueDays: 30 };
    expect(standing([], [duty, sooner], today("2026-02-20"))).toMatchObject({ status: "overdue" });
  });

  it("expires at the end of validity, to the moment", () => {
    const held = [award("a", "2026-02-01", "2028-02-01")];
    const justBefore = new Date(day("2028-02-01").getTime() - 1);
    expect(standing(held, [duty], { effective: justBefore, known: justBefore }).status).toBe("valid");
    expect(standing(held, [duty], today("2028-02-01"))).toMatchObject({ status: "expired", uncovered: true });
  });

  it("opens for renewal before the end and stays valid meanwhile", () => {
    const held = [award("a", "2026-02-01", "2028-02-01")];
    expect(standing(held, [duty], today("2027-12-02")).renewalOpen).toBe(false);
    expect(standing(held, [duty], today("2027-12-03"))).toMatchObject({ status: "valid", renewalOpen: true });
  });

  it("is not required without a duty, whatever was held", () => {
    expect(standing([award("a", "2024-02-01", "2025-02-01")], [], today("2026-01-01")).status).toBe(
      "not-required",
    );
    expect(standing([], [], today("2026-01-01")).status).toBe("not-required");
  });

  it("gives someone with a new duty time, although their award lapsed before it", () => {
    const lapsed = [award("a", "2023-01-01", "2025-01-01")];
    expect(standing(lapsed, [duty], today("2026-02-01")).status).toBe("due");
    expect(standing(lapsed, [duty], today("2026-03-11")).status).toBe("expired");
  });

  it("answers for two dates: when it held, and what was known", () => {
    const revoked = [
      award("a", "2026-02-01", "2028-02-01", [event(1, "revoked", "2026-06-01", "2026-06-10")]),
    ];
    const effective = day("2026-06-05");
    expect(standing(revoked, [duty], { effective, known: day("2026-06-05") }).status).toBe("valid");
    expect(standing(revoked, [duty], { effective, known: day("2026-06-10") }).status).toBe("revoked");
    expect(standing(revoked, [duty], { effective: day("2026-05-31"), known: day("2026-06-10") }).status).toBe(
      "valid",
    );
  });

  it("counts again after a reinstatement, and still shows the gap", () => {
    const events = [event(1, "revoked", "2026-06-01"), event(2, "reinstated", "2026-06-20")];
    const held = [award("a", "2026-02-01", "2028-02-01", events)];
    const known = day("2026-07-01");
    expect(standing(held, [duty], { effective: day("2026-06-10"), known }).status).toBe("revoked");
    expect(standing(held, [duty], { effective: day("2026-06-20"), known }).status).toBe("valid");
  });

  it("uses corrected dates from when the correction was known", () => {
    const fix = {
      ...event(1, "corrected", "2026-02-01", "2026-05-01"),
      validFrom: day("2026-02-01"),
      validUntil: day("2026-04-01"),
    };
    const held = [award("a", "2026-02-01", "2028-02-01", [fix])];
    const effective = day("2026-04-15");
    expect(standing(held, [duty], { effective, known: day("2026-04-20") }).status).toBe("valid");
    expect(standing(held, [duty], { effective, known: day("2026-05-01") }).status).toBe("expired");
  });
});

describe("the next cycle", () => {
  it("is open to any evidence before the first award", () => {
    expect(cycleOpening([], day("2026-01-01"))).toBeNull();
  });

  it("is closed until the renewal window opens", () => {
    const held = [award("a", "2026-02-01", "2028-02-01")];
    expect(cycleOpening(held, day("2027-12-02"))).toBe("closed");
    expect(cycleOpening(held, day("2027-12-03"))).toEqual(day("2027-12-03"));
    expect(cycleOpening(held, day("2029-01-01"))).toEqual(day("2027-12-03"));
  });

  it("is closed for good by an award that does not expire", () => {
    expect(cycleOpening([award("a", "2026-02-01", null)], day("2099-01-01"))).toBe("closed");
  });

  it("takes nothing from before a revocation went on record", () => {
    const held = [award("a", "2026-02-01", "2028-02-01", [event(1, "revoked", "2026-05-01", "2026-06-10")])];
    expect(cycleOpening(held, day("2026-07-01"))).toEqual(day("2026-06-10"));
  });

  it("is closed while a renewal is suspended, though the certificate before it still runs", () => {
    const before = award("a", "2025-02-01", "2027-02-01");
    const suspended = award("b", "2026-12-15", "2028-12-15", [event(1, "suspended", "2026-12-20")]);
    expect(cycleOpening([before, suspended], day("2027-01-10"))).toBe("closed");
  });

  it("takes nothing from before the revocation of a renewal, while the certificate before it still runs", () => {
    const held = [
      award("a", "2025-02-01", "2027-02-01"),
      award("b", "2026-12-15", "2028-12-15", [event(1, "revoked", "2026-12-20")]),
    ];
    expect(cycleOpening(held, day("2027-01-10"))).toEqual(day("2026-12-20"));
  });
});

describe("standing against a plain reference", () => {
  const moment = fc.integer({ min: 0, max: 40 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days)));
  const events = fc
    .array(
      fc.record({
        kind: fc.constantFrom("toggle", "toggle", "corrected"),
        stop: fc.constantFrom("suspended", "revoked", "surrendered"),
        effectiveAt: moment,
        recordedAt: moment,
        validFrom: moment,
        validUntil: fc.option(moment),
      }),
      { maxLength: 4 },
    )
    .map((list) => {
      let stopped = false;
      return list.map(({ stop, ...one }, index) => {
        if (one.kind === "corrected") return { ...one, number: index + 1 };
        stopped = !stopped;
        return { ...one, kind: stopped ? stop : "reinstated", number: index + 1 };
      });
    });
  const awards = fc
    .array(
      fc.record({
        validFrom: moment,
        validUntil: fc.option(moment),
        recordedAt: moment,
        renewalWindowDays: fc.integer({ min: 1, max: 9 }),
        graceDays: fc.constantFrom(0, 0, 5),
        events,
      }),
      { maxLength: 4 },
    )
    .map((list) => list.map((one, index) => ({ ...one, id: `award-${index}` })));
  const duties = fc.array(
    fc.record({ heldFrom: moment, requiredFrom: moment, dueDays: fc.integer({ min: 0, max: 15 }) }),
    { maxLength: 3 },
  );

  it("agrees over random histories", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(awards, duties, fc.record({ effective: moment, known: moment }), (held, owed, asOf) => {
        const { status, award: shown, dueBy: due } = standing(held, owed, asOf);
        seen.add(status);
        const plain = plainStanding(held, owed, asOf);
        expect([status, shown?.id, due?.getTime() ?? null]).toEqual([
          plain.status,
          plain.award?.id,
          plain.dueBy,
        ]);
      }),
      { numRuns: 4_000 },
    );
    expect([...seen].sort()).toEqual([
      "due",
      "expired",
      "grace",
      "not-required",
      "overdue",
      "revoked",
      "surrendered",
      "suspended",
      "valid",
    ]);
  });

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(awards, duties, fc.record({ effective: moment, known: moment }), (held, owed, asOf) => {
        const turned = held.map((one) => ({ ...one, events: [...one.events].reverse() })).reverse();
        expect(standing(turned, [...owed].reverse(), asOf)).toEqual(standing(held, owed, asOf));
      }),
    );
  });
});
