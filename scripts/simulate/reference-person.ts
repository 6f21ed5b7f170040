/** What the reference keeps of one person: rows as they were written, and nothing worked out. */
import type { AsOf, AwardEventFact, AwardFact } from "~/features/certifications/certification-rules";
import { type Held, holds } from "./held";

export interface Done {
  readonly step: string;
  readonly at: Date;
  /** Of a course: how many revisions of it there were. */
  readonly revision: number;
}

export interface SimulatedAward extends AwardFact {
  readonly certification: string;
  readonly events: AwardEventFact[];
}

interface Asked {
  readonly certification: string;
  readonly at: Date;
  readonly dueAt: Date;
  endedAt: Date | null;
  award: SimulatedAward | null;
}

export class ReferencePerson {
  readonly jobRoles: Held[] = [];
  readonly teams: Held[] = [];
  readonly leads: Held[] = [];
  readonly absences: Held[] = [];
  readonly done: Done[] = [];
  readonly awards: SimulatedAward[] = [];
  readonly asked: Asked[] = [];
  leftAt: Date | null = null;

  constructor(
    readonly key: string,
    readonly timeZone: string,
  ) {}

  isEmployed(asOf: AsOf): boolean {
    return !this.absences.some((row) => holds(row, asOf));
  }

  hasLeft(t: Date): boolean {
    return this.leftAt !== null && this.leftAt <= t;
  }

  awardsOf(certification: string): SimulatedAward[] {
    return this.awards.filter((award) => award.certification === certification);
  }

  openAsk(certification: string): Asked | undefined {
    return this.asked.find((ask) => ask.certification === certification && !ask.endedAt && !ask.award);
  }

  asksInForce(certification: string, { effective: e, known: k }: AsOf): Asked[] {
    return this.asked.filter(
      ({ certification: of, at, endedAt, award }) =>
        of === certification &&
        at <= e &&
        at <= k &&
        !(endedAt && endedAt <= e && endedAt <= k) &&
        !(award && award.validFrom <= e && award.recordedAt <= k),
    );
  }
}
