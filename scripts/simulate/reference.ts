/**
 * The reference: what ought to hold, counted from the plain list of events and from nothing that the product says. Slow and
 * obvious on purpose; of the product it uses types only.
 */
import type { CertificationDefinition } from "~/features/certifications/certification-definition";
import type { AsOf, ObligationFact } from "~/features/certifications/certification-rules";
import type { ReminderRule } from "~/features/notifications/rules/reminder-rule";
import { type PlainStanding, plainStanding } from "../../tests/setup/plain-standing";
import { DAY, dayOfDate, type EventOf, midnight, type Required, type SimulatedEvent } from "./events";
import { end, endAll, give, type Held, holds } from "./held";
import { earnedAt } from "./reference-awards";
import { ReferencePerson } from "./reference-person";

interface Requirement extends Held {
  readonly required: Required;
}

export class Reference {
  readonly people = new Map<string, ReferencePerson>();
  readonly definitions = new Map<string, CertificationDefinition>();
  /** Changes of each course, the first of which is its publication. */
  readonly courses = new Map<string, (string | null)[]>();
  readonly #coming = new Map<string, CertificationDefinition>();
  readonly #requirements: Requirement[] = [];
  readonly #touched = new Set<ReferencePerson>();

  constructor(readonly rules: ReminderRule[]) {}

  apply(event: SimulatedEvent): void {
    switch (event.kind) {
      case "certify": {
        const { definition } = event;
        const later = definition.inForceFrom !== undefined && midnight(definition.inForceFrom) > event.at;
        (later ? this.#coming : this.definitions).set(definition.id, definition);
        return this.#touchEverybody();
      }
      case "require":
        return this.#require(event);
      case "add-rule":
        return void this.rules.push(event.rule);
      case "drop-rule":
        return void this.rules.splice(
          this.rules.findIndex(({ ruleId }) => ruleId === event.ruleId),
          1,
        );
      case "revise-course":
        this.courses.set(event.course, [...(this.courses.get(event.course) ?? []), event.change]);
        return;
      case "hire": {
        const { at, jobRole, team, leads } = event;
        const person = new ReferencePerson(event.person, event.timeZone);
        this.people.set(event.person, person);
        give(person.jobRoles, jobRole, at, at);
        give(person.teams, team, at, at);
        if (leads) give(person.leads, leads, at, at);
        return;
      }
      default:
        return this.#applyTo(this.person(event.person), event);
    }
  }

  #applyTo(
    person: ReferencePerson,
    event: Exclude<Extract<SimulatedEvent, { person: string }>, EventOf<"hire">>,
  ) {
    const { at } = event;
    const today = dayOfDate(at);
    this.#touched.add(person);
    switch (event.kind) {
      case "change-role": {
        give(person.jobRoles, event.to, midnight(event.since), at);
        return end(person.jobRoles, event.from, event.since === today ? at : midnight(event.since), at);
      }
      case "move":
        return give(person.teams, event.team, midnight(event.since), at, true);
      case "hand-over":
        give(this.person(event.to).leads, event.team, midnight(today), at);
        return end(person.leads, event.team, at, at);
      case "leave": {
        const leftAt = event.lastDay === today ? at : new Date(midnight(event.lastDay).getTime() + DAY);
        person.leftAt = leftAt;
        give(person.absences, "away", leftAt, at);
        for (const rows of [person.jobRoles, person.teams, person.leads]) endAll(rows, leftAt, at);
        return;
      }
      case "return":
        person.leftAt = null;
        end(person.absences, "away", at, at);
        give(person.jobRoles, event.jobRole, midnight(today), at);
        return give(person.teams, event.team, midnight(today), at, true);
      case "read":
        return void person.done.push({
          step: `course ${event.course}`,
          at,
          revision: this.courses.get(event.course)!.length,
        });
      case "sit":
        if (event.passed) person.done.push({ step: `assessment ${event.test}`, at, revision: 0 });
        return;
      case "ask": {
        const { certification, dueAt } = event;
        return void person.asked.push({ certification, at, dueAt, endedAt: null, award: null });
      }
      case "take-back":
        person.openAsk(event.certification)!.endedAt = at;
        return;
      default: {
        const award = person.awardsOf(event.award.certification)[event.award.number]!;
        const dates =
          event.kind === "corrected"
            ? { validFrom: event.from, validUntil: event.until }
            : { validFrom: null, validUntil: null };
        const effectiveAt = event.kind === "corrected" ? at : event.effectiveAt;
        const number = award.events.length + 1;
        award.events.push({ number, kind: event.kind, effectiveAt, recordedAt: at, ...dates });
      }
    }
  }

  person(key: string): ReferencePerson {
    return this.people.get(key)!;
  }

  /** What background work does at this moment: rules come into force, and what was earned is awarded. */
  award(t: Date): void {
    for (const [id, definition] of this.#coming)
      if (midnight(definition.inForceFrom!) <= t) {
        this.definitions.set(id, definition);
        this.#coming.delete(id);
        this.#touchEverybody();
      }
    for (const person of this.#touched) {
      if (person.hasLeft(t)) continue;
      while (this.#awardOnce(person, t));
    }
    this.#touched.clear();
  }

  #awardOnce(person: ReferencePerson, t: Date): boolean {
    const earned = [...this.definitions.values()].flatMap(
      (definition) => earnedAt(person, definition, this.courses, t, this.definitions) ?? [],
    );
    for (const award of earned) {
      const ask = person.openAsk(award.certification);
      if (ask) ask.award = award;
      person.awards.push(award);
    }
    return earned.length > 0;
  }

  #touchEverybody(): void {
    for (const person of this.people.values()) this.#touched.add(person);
  }

  /** Less time counts from today; more of it, from the start. */
  #require({ at, required }: EventOf<"require">): void {
    const name = (of: Required) => `${of.jobRole} ${of.certification}`;
    const add = (of: Required, from: Date, until: Date | null) =>
      this.#requirements.push({
        value: name(of),
        from,
        until,
        recordedAt: at,
        supersededAt: null,
        required: of,
      });
    for (const of of required) {
      const before = this.#requirements.find(
        (row) => row.value === name(of) && !row.supersededAt && !row.until,
      );
      if (before?.required.dueDays === of.dueDays) continue;
      if (before) before.supersededAt = at;
      const anew = !before || of.dueDays < before.required.dueDays;
      if (before && anew) add(before.required, before.from, at);
      add(of, anew ? at : before.from, null);
    }
  }

  duties(person: ReferencePerson, certification: string, asOf: AsOf): ObligationFact[] {
    if (!person.isEmployed(asOf)) return [];
    const roles = person.jobRoles.filter((row) => holds(row, asOf));
    const required = this.#requirements.filter(
      (row) => row.required.certification === certification && holds(row, asOf),
    );
    return [
      ...roles.flatMap((role) =>
        required
          .filter((row) => row.required.jobRole === role.value)
          .map((row) => ({ heldFrom: role.from, requiredFrom: row.from, dueDays: row.required.dueDays })),
      ),
      ...person
        .asksInForce(certification, asOf)
        .map(({ at, dueAt }) => ({ heldFrom: at, requiredFrom: at, dueDays: 0, dueAt })),
    ];
  }

  /** Certifications that a job role requires. */
  requiredOf(jobRole: string, asOf: AsOf): string[] {
    const rows = this.#requirements.filter((row) => row.required.jobRole === jobRole && holds(row, asOf));
    return rows.map(({ required }) => required.certification);
  }

  /** Null where it is not required and was never held, as far as was known. */
  standing(
    person: ReferencePerson,
    certification: string,
    asOf: AsOf,
  ): (PlainStanding & { readonly required: boolean }) | null {
    const duties = this.duties(person, certification, asOf);
    const awards = person.awardsOf(certification).filter(({ recordedAt }) => recordedAt <= asOf.known);
    if (duties.length === 0 && awards.length === 0) return null;
    const { equivalents = [] } = this.definitions.get(certification)!;
    const equivalent = duties.length > 0 ? equivalents.flatMap((id) => person.awardsOf(id)) : [];
    return { ...plainStanding(awards, duties, asOf, equivalent), required: duties.length > 0 };
  }
}
