/** What the simulated company asks for: certifications with every kind of rule, and how they and the courses change. */
import { certificationDefinition } from "~/features/certifications/certification-definition";
import { DEFAULT_RULES } from "~/features/notifications/rules/reminder-rule";
import { DAY, dayOfDate, type Required, type SimulatedEvent } from "./events";

export const ROLES = ["associate", "executive", "sales-manager"];
export const COURSES = ["conduct", "product"];
export const TESTS = ["essentials", "ethics", "basics", "product", "refresh", "safety"];
export const REGIONS = ["north", "south", "west"];
export const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Kolkata",
  "Asia/Tokyo",
];

const TWO_YEARS = 730;

/** @param days shorter lives have shorter rules, so that everything happens in them too */
export function programmeOf(start: Date, days: number): SimulatedEvent[] {
  const share = Math.min(1, days / TWO_YEARS);
  const scaled = (of: number, least = 2) => Math.max(least, Math.round(of * share));
  const months = (of: number) => (share === 1 ? { months: of } : { days: scaled(of * 30, 12) });
  const base = { edition: "1", summary: "Simulated.", clauses: [] };
  const define = (definition: object) => certificationDefinition.parse({ ...base, ...definition });

  const foundation = {
    id: "foundation",
    title: "Foundation",
    validity: months(12),
    renewalWindowDays: scaled(60),
    requirements: [{ course: "conduct" }, { assessment: "essentials" }],
  };
  const basic = {
    id: "basic",
    title: "Basic",
    validity: months(6),
    renewalWindowDays: scaled(30),
    graceDays: scaled(14),
    requirements: [{ assessment: "basics" }],
    equivalents: ["advanced"],
  };
  const advanced = {
    id: "advanced",
    title: "Advanced",
    validity: { ...months(9), from: "previous-expiry" },
    renewalWindowDays: scaled(45),
    graceDays: scaled(20),
    requirements: [{ course: "product" }, { assessment: "product" }],
    renewal: [{ requirements: [{ assessment: "refresh" }] }],
    prerequisites: ["foundation"],
  };
  const safety = {
    id: "safety",
    title: "Safety",
    validity: { until: "12-31", minimumDays: 30 },
    renewalWindowDays: 60,
    requirements: [{ assessment: "safety" }],
  };

  const duty = (jobRole: string, certification: string, dueDays: number): Required => ({
    jobRole,
    certification,
    dueDays: scaled(dueDays, 5),
  });
  const first = [
    duty("associate", "foundation", 30),
    duty("associate", "basic", 45),
    duty("executive", "foundation", 30),
    duty("executive", "basic", 45),
    duty("executive", "advanced", 60),
    duty("sales-manager", "foundation", 30),
    duty("sales-manager", "safety", 14),
  ];
  const more = [...first, duty("associate", "safety", 70)];
  /* One has more time from the start, another less from today. */
  const moved = [duty("associate", "foundation", 45), duty("associate", "basic", 25), ...more.slice(2)];

  const on = (part: number, hour = 8) =>
    new Date(start.getTime() + Math.round(days * part) * DAY + hour * 3_600_000);
  const certify = (part: number, definition: object): SimulatedEvent => ({
    kind: "certify",
    at: on(part),
    definition: define(definition),
  });
  const course = (
    part: number,
    of: string,
    [begin, end]: [number, number],
    change: "editorial" | "delta" | "full" | null,
  ): SimulatedEvent => ({
    kind: "revise-course",
    at: on(part),
    course: of,
    lessons: { begin, end },
    change,
  });
  return [
    course(0, "conduct", [1, 1], null),
    course(0, "product", [1, 1], null),
    ...[foundation, advanced, basic, safety].map((of) => certify(0, of)),
    { kind: "require", at: on(0), required: first },
    course(0.15, "conduct", [2, 1], "editorial"),
    certify(0.2, { ...basic, edition: "2", validity: months(4) }),
    { kind: "require", at: on(0.25), required: more },
    course(0.3, "product", [1, 2], "delta"),
    certify(0.35, {
      ...foundation,
      edition: "2",
      inForceFrom: dayOfDate(on(0.38)),
      requirements: [...foundation.requirements, { assessment: "ethics" }],
    }),
    {
      kind: "add-rule",
      at: on(0.4),
      rule: {
        ruleId: "",
        occasion: "first",
        daysBefore: 14,
        toPerson: true,
        toManagers: true,
        channel: "both",
      },
    },
    { kind: "drop-rule", at: on(0.41), ruleId: DEFAULT_RULES[1]!.ruleId },
    course(0.45, "conduct", [2, 2], "delta"),
    { kind: "require", at: on(0.5), required: moved },
    certify(0.55, {
      ...advanced,
      edition: "2",
      graceDays: scaled(10),
      renewal: [{ requirements: [{ course: "product" }, { assessment: "refresh" }] }],
    }),
    course(0.65, "conduct", [3, 3], "full"),
    course(0.7, "product", [2, 2], "editorial"),
    certify(0.75, {
      ...basic,
      edition: "3",
      requirements: [{ anyOf: 1, of: [{ assessment: "basics" }, { assessment: "product" }] }],
    }),
    certify(0.85, { ...safety, edition: "2", graceDays: scaled(30) }),
  ];
}
