/** When somebody is reminded of what. Pure. */
export const OCCASIONS = ["first", "window-open", "expiring", "lapsed"] as const;
export type Occasion = (typeof OCCASIONS)[number];

export const CHANNELS = ["both", "email", "app"] as const;
export type Channel = (typeof CHANNELS)[number];

export interface ReminderRule {
  readonly ruleId: string;
  readonly occasion: Occasion;
  /** After the date where negative. */
  readonly daysBefore: number;
  readonly toPerson: boolean;
  readonly toManagers: boolean;
  readonly channel: Channel;
}

export interface ReminderSettings {
  /** Of the recipient's day. */
  readonly digestHour: number;
  /** 1 for Monday. */
  readonly workingDays: readonly number[];
  /** Calendar days, such as 2026-12-25. */
  readonly holidays: readonly string[];
}

/** Its place among the days: on the date's own day a window that opens has only just come. */
export function isAfter({ occasion, daysBefore }: Pick<ReminderRule, "occasion" | "daysBefore">): boolean {
  return daysBefore < 0 || (daysBefore === 0 && (occasion === "window-open" || occasion === "lapsed"));
}

const person = { toPerson: true, toManagers: false, channel: "both" } as const;
const everyone = { ...person, toManagers: true } as const;

/** What an administrator starts from. */
export const DEFAULT_RULES: readonly ReminderRule[] = [
  { ruleId: "first-60", occasion: "first", daysBefore: 60, ...person },
  { ruleId: "first-30", occasion: "first", daysBefore: 30, ...person },
  { ruleId: "first-7", occasion: "first", daysBefore: 7, ...everyone },
  { ruleId: "first-1", occasion: "first", daysBefore: 1, ...everyone },
  { ruleId: "first-0", occasion: "first", daysBefore: 0, ...everyone },
  { ruleId: "first-7-after", occasion: "first", daysBefore: -7, ...everyone },
  { ruleId: "window-0", occasion: "window-open", daysBefore: 0, ...person },
  { ruleId: "expiring-60", occasion: "expiring", daysBefore: 60, ...person },
  { ruleId: "expiring-30", occasion: "expiring", daysBefore: 30, ...person },
  { ruleId: "expiring-7", occasion: "expiring", daysBefore: 7, ...everyone },
  { ruleId: "expiring-1", occasion: "expiring", daysBefore: 1, ...everyone },
  { ruleId: "expiring-0", occasion: "expiring", daysBefore: 0, ...everyone },
  { ruleId: "lapsed-0", occasion: "lapsed", daysBefore: 0, ...everyone },
  { ruleId: "lapsed-7-after", occasion: "lapsed", daysBefore: -7, ...everyone },
];

export const DEFAULT_SETTINGS: ReminderSettings = {
  digestHour: 8,
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
};
