/** Who ought to be reminded of what on which day, by the rules, the working days and the hour where each person is. */
import type { Day } from "~/features/people/calendar";
import type { Occasion, ReminderRule } from "~/features/notifications/rules/reminder-rule";
import { DAY } from "./events";
import { holds } from "./held";
import type { Reference } from "./reference";
import type { ReferencePerson } from "./reference-person";

export const DIGEST_HOUR = 8;
export const HOLIDAYS: readonly Day[] = [
  "2024-12-25",
  "2024-12-26",
  "2025-01-01",
  "2025-12-25",
  "2026-01-01",
];

/** As a line, so that it can be compared with a row. */
export interface DueReminder {
  readonly recipient: string;
  readonly day: Day;
  readonly moment: Date;
  readonly what: string;
}

interface Occurring {
  readonly occasion: Occasion;
  readonly date: number;
  readonly run: string;
}

export class ReferenceReminders {
  readonly due: DueReminder[] = [];
  readonly #checked = new Map<string, Day>();
  readonly #days = new Map<string, { rule: ReminderRule; day: Day }[]>();
  readonly #told = new Map<string, number>();

  constructor(
    private readonly reference: Reference,
    private readonly managers: ReadonlySet<string>,
  ) {}

  tick(t: Date): void {
    const asOf = { effective: t, known: t };
    const people = [...this.reference.people.values()].filter(
      (person) => person.isEmployed(asOf) && !person.hasLeft(t),
    );
    const zones = new Map<string, { day: Day; hour: number }>();
    const ready = people.filter(({ key, timeZone }) => {
      if (!zones.has(timeZone)) zones.set(timeZone, localTime(t, timeZone));
      const { day, hour } = zones.get(timeZone)!;
      const before = this.#checked.get(key);
      return hour >= DIGEST_HOUR && isWorkingDay(day) && (!before || before < day);
    });
    if (ready.length === 0) return;
    const occurring = new Map<string, [certification: string, Occurring[]][]>();
    const of = (person: ReferencePerson) => {
      if (!occurring.has(person.key)) occurring.set(person.key, this.#occasionsOf(person, t));
      return occurring.get(person.key)!;
    };
    const members = new Map<string, ReferencePerson[]>();
    for (const person of people)
      for (const row of person.teams)
        if (holds(row, asOf)) members.set(row.value, [...(members.get(row.value) ?? []), person]);

    for (const recipient of ready) {
      const { day } = zones.get(recipient.timeZone)!;
      this.#checked.set(recipient.key, day);
      this.#tell(recipient, recipient, of(recipient), { day, moment: t }, ({ toPerson }) => toPerson);
      if (!this.managers.has(recipient.key)) continue;
      for (const team of recipient.leads)
        if (holds(team, asOf))
          for (const subject of members.get(team.value) ?? [])
            if (subject !== recipient)
              this.#tell(recipient, subject, of(subject), { day, moment: t }, ({ toManagers }) => toManagers);
    }
  }

  #occasionsOf(person: ReferencePerson, t: Date): [string, Occurring[]][] {
    return [...this.reference.definitions.keys()].flatMap((certification): [string, Occurring[]][] => {
      const standing = this.reference.standing(person, certification, { effective: t, known: t });
      if (!standing?.required) return [];
      const { status, award, dueBy } = standing;
      if (status === "due" || status === "overdue")
        return [
          [certification, [{ occasion: "first", date: dueBy!, run: `${award?.id ?? "none"} ${dueBy}` }]],
        ];
      if (!award || award.until === Infinity) return [];
      const { until, opens } = award;
      if (status === "grace" || status === "expired")
        return [[certification, [{ occasion: "lapsed", date: until, run: String(until) }]]];
      if (status !== "valid") return [];
      return [
        [
          certification,
          [
            { occasion: "expiring", date: until, run: String(until) },
            { occasion: "window-open", date: opens, run: `${award.id} ${until}` },
          ],
        ],
      ];
    });
  }

  /** Worked out once for each date: millions are asked for. */
  #daysOf({ occasion, date }: Occurring, timeZone: string): { rule: ReminderRule; day: Day }[] {
    const rules = this.reference.rules.filter((rule) => rule.occasion === occasion);
    const key = [occasion, date, timeZone, ...rules.map(({ daysBefore }) => daysBefore)].join(" ");
    let days = this.#days.get(key);
    if (!days) {
      days = rules.map((rule) => ({ rule, day: ruleDay(rule, date, timeZone) }));
      this.#days.set(key, days);
    }
    return days;
  }

  #tell(
    recipient: ReferencePerson,
    subject: ReferencePerson,
    about: readonly [string, Occurring[]][],
    today: { readonly day: Day; readonly moment: Date },
    applies: (rule: ReminderRule) => boolean,
  ): void {
    for (const [certification, occasions] of about) {
      const come = occasions
        .flatMap((each) =>
          this.#daysOf(each, recipient.timeZone)
            .filter(({ day, rule }) => day <= today.day && applies(rule))
            .map((told) => ({ ...each, ...told })),
        )
        .sort(
          (a, b) =>
            b.day.localeCompare(a.day) ||
            Number(a.occasion === "window-open") - Number(b.occasion === "window-open") ||
            a.rule.daysBefore - b.rule.daysBefore,
        );
      const [said] = come;
      if (!said) continue;
      const thing = [recipient.key, subject.key, certification, said.occasion, said.run].join(" ");
      if (said.rule.daysBefore >= (this.#told.get(thing) ?? Infinity)) continue;
      this.#told.set(thing, said.rule.daysBefore);
      const date = new Date(said.date).toISOString();
      const what = [subject.key, certification, said.occasion, date, said.rule.daysBefore].join(" ");
      this.due.push({ recipient: recipient.key, ...today, what });
    }
  }
}

/** Before its date, moved back to a working day; after it, forward. */
function ruleDay({ occasion, daysBefore }: ReminderRule, date: number, timeZone: string): Day {
  const after = daysBefore < 0 || (daysBefore === 0 && (occasion === "window-open" || occasion === "lapsed"));
  const named =
    occasion === "first" || occasion === "expiring"
      ? lastDay(date, timeZone)
      : localTime(new Date(date), timeZone).day;
  let day = addDays(named, -daysBefore);
  while (!isWorkingDay(day)) day = addDays(day, after ? 1 : -1);
  return day;
}

/** What ends at a midnight ends with the day before it; at one of UTC with that day of UTC. */
function lastDay(date: number, timeZone: string): Day {
  return localTime(new Date(date - 1), date % DAY === 0 ? "UTC" : timeZone).day;
}

function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

function isWorkingDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.includes(day);
}

const formats = new Map<string, Intl.DateTimeFormat>();
function localTime(t: Date, timeZone: string): { day: Day; hour: number } {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  const [day, hour] = format.format(t).split(" ") as [string, string];
  return { day, hour: Number(hour) };
}
