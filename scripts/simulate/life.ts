/** What people do on one day, by chance from a seed: each as somebody might who sees their own home page. */
import { plainAward } from "../../tests/setup/plain-standing";
import type { SeededRandom } from "../portal/seeded-random";
import { changesOfAwards } from "./award-changes";
import { DAY, dayOfDate, type SimulatedEvent } from "./events";
import { heldValues } from "./held";
import { TESTS, ZONES } from "./programme";
import type { Reference } from "./reference";
import { countsSince, nextStep } from "./reference-awards";
import type { ReferencePerson } from "./reference-person";

/** Of somebody on a working day, in a company in which enough happens without help. */
const CHANCES = {
  changeRole: 0.0008,
  move: 0.001,
  leave: 0.0006,
  return: 0.003,
  ask: 0.0006,
  takeBack: 0.02,
  eager: 0.002,
};
const PASSES = 0.75;
const LATER_HIRES = 0.3;

export interface Company {
  readonly people: number;
  readonly days: number;
  readonly teams: readonly string[];
  /** How much more often things happen than in a large company over years, so that a small one sees them all. */
  readonly liveliness: number;
}

export class Life {
  #hired = 0;
  readonly #diligence = new Map<string, number>();

  constructor(
    private readonly company: Company,
    private readonly reference: Reference,
    private readonly random: SeededRandom,
    private readonly leaders: ReadonlyMap<string, string>,
  ) {}

  /** @param t after the first background work of the day */
  dayOf(t: Date, day: number): SimulatedEvent[][] {
    const weekday = t.getUTCDay();
    if (weekday === 0 || weekday === 6) return [];
    return [
      ...this.#hires(t, day),
      ...[...this.reference.people.values()].map((person) => this.#dayOf(person, t)),
    ].filter((events) => events.length > 0);
  }

  #hires(t: Date, day: number): SimulatedEvent[][] {
    const { people, days, teams } = this.company;
    const later = people * LATER_HIRES;
    const soFar = Math.round(people - later + (later * Math.min(day, days * 0.9)) / (days * 0.9));
    const hires: SimulatedEvent[][] = [];
    for (; this.#hired < soFar; this.#hired++) {
      const person = `p${this.#hired}`;
      this.#diligence.set(person, this.random.pick([0.3, 0.15, 0.08, 0.03, 0.004]));
      const jobRole = this.random.next() < 0.6 ? "associate" : "executive";
      const [team, timeZone] = [this.random.pick(teams), this.random.pick(ZONES)];
      hires.push([{ kind: "hire", at: this.#time(t, 0), person, jobRole, team, timeZone, leads: null }]);
    }
    return hires;
  }

  #dayOf(person: ReferencePerson, t: Date): SimulatedEvent[] {
    const asOf = { effective: t, known: t };
    const { key } = person;
    if (!person.isEmployed(asOf))
      return person.leftAt && this.#happens(CHANCES.return) ? this.#return(person, t) : [];
    const events: SimulatedEvent[] = [];
    const at = () => this.#time(t, 1 + events.length);
    const leads = this.leaders.has(key);
    if (person.leftAt === null && !leads) events.push(...this.#changeOfPlace(person, t));
    if (person.leftAt === null && events.length === 0) {
      const changes = changesOfAwards(person, t, at(), this.random, this.company.liveliness);
      events.push(...changes);
      if (changes.length === 0) events.push(...this.#asked(person, t));
    }
    if (this.random.next() < (this.#diligence.get(key) ?? 0.2)) {
      const step = this.#owed(person, t);
      if (step) events.push(this.#do(key, step, at()));
    } else if (this.#happens(CHANCES.eager))
      events.push(this.#do(key, `assessment ${this.random.pick(TESTS)}`, at()));
    return events;
  }

  /** The first thing to do for what has to be held and is not, or can be renewed. */
  #owed(person: ReferencePerson, t: Date): string | null {
    const asOf = { effective: t, known: t };
    for (const definition of this.reference.definitions.values()) {
      const standing = this.reference.standing(person, definition.id, asOf);
      if (!standing?.required) continue;
      const { status, award } = standing;
      if (status === "valid" && award!.opens > t.getTime()) continue;
      const step = nextStep(person, definition, this.reference.courses, t);
      if (step) return step;
    }
    return null;
  }

  #do(person: string, step: string, at: Date): SimulatedEvent {
    const [kind, slug] = step.split(" ") as [string, string];
    if (kind === "course") return { kind: "read", at, person, course: slug };
    return { kind: "sit", at, person, test: slug, passed: this.random.next() < PASSES };
  }

  #changeOfPlace(person: ReferencePerson, t: Date): SimulatedEvent[] {
    const { key } = person;
    const at = this.#time(t, 1);
    const asOf = { effective: t, known: t };
    const [role] = heldValues(person.jobRoles, asOf);
    const [team] = heldValues(person.teams, asOf);
    if (this.#happens(CHANCES.leave)) {
      const days = this.random.pick([0, 0, -5, 14, 30]);
      return [{ kind: "leave", at, person: key, lastDay: dayOfDate(new Date(t.getTime() + days * DAY)) }];
    }
    if (role && role !== "sales-manager" && this.#happens(CHANCES.changeRole)) {
      const since = this.#since(person.jobRoles, t);
      if (since)
        return [
          {
            kind: "change-role",
            at,
            person: key,
            from: role,
            to: role === "associate" ? "executive" : "associate",
            since,
          },
        ];
    }
    if (team && this.#happens(CHANCES.move)) {
      const since = this.#since(person.teams, t);
      const to = this.random.pick(this.company.teams);
      if (since && to !== team) return [{ kind: "move", at, person: key, team: to, since }];
    }
    return [];
  }

  /** Today or some days ago, but after everything that was written before. */
  #since(rows: ReferencePerson["teams"], t: Date): string | null {
    const since = new Date(t.getTime() - this.random.pick([0, 0, 0, 3, 10]) * DAY);
    const earliest = Math.max(...rows.map(({ from, until }) => (until ?? from).getTime()));
    return since.getTime() > earliest + 2 * DAY ? dayOfDate(since) : null;
  }

  #return(person: ReferencePerson, t: Date): SimulatedEvent[] {
    if (person.leftAt!.getTime() > t.getTime() - 2 * DAY) return [];
    const [jobRole, team] = [
      this.random.pick(["associate", "executive"]),
      this.random.pick(this.company.teams),
    ];
    return [{ kind: "return", at: this.#time(t, 1), person: person.key, jobRole, team }];
  }

  #asked(person: ReferencePerson, t: Date): SimulatedEvent[] {
    const at = this.#time(t, 1);
    const { key } = person;
    const open = person.asked.find((ask) => !ask.endedAt && !ask.award);
    if (open && this.#happens(CHANCES.takeBack))
      return [{ kind: "take-back", at, person: key, certification: open.certification }];
    if (!this.#happens(CHANCES.ask)) return [];
    const certification = this.random.pick([...this.reference.definitions.keys()]);
    const awards = person.awardsOf(certification);
    const seen = awards.flatMap((award) => plainAward(award, { effective: t, known: t }) ?? []);
    if (person.openAsk(certification) || countsSince(seen, t) === null) return [];
    const [team] = heldValues(person.teams, { effective: t, known: t });
    const leader = [...this.leaders].find(([leads, of]) => of === team && leads !== key);
    const dueAt = new Date(t.getTime() + this.random.between(5, 40) * DAY);
    return [{ kind: "ask", at, person: key, certification, by: leader?.[0] ?? "admin-1", dueAt }];
  }

  #happens(chance: number): boolean {
    return this.random.next() < chance * this.company.liveliness;
  }

  #time(t: Date, place: number): Date {
    return new Date(Date.parse(`${dayOfDate(t)}T09:00:00Z`) + place * 1_800_000);
  }
}
