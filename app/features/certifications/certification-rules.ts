/**
 * What a person's certification stands at. Never stored: worked out from rows for an effective date (when it held)
 * and a known date (what had been recorded by then).
 */
import { tz } from "@date-fns/tz";
import { addDays, addMonths, subDays } from "date-fns";

const utc = { in: tz("UTC") };

export interface AsOf {
  readonly effective: Date;
  readonly known: Date;
}

export interface AwardEventFact {
  readonly number: number;
  readonly kind: string;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

export interface AwardFact {
  readonly id: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly recordedAt: Date;
  readonly renewalWindowDays: number;
  readonly events: readonly AwardEventFact[];
}

/** A requirement in force for a job role that the person holds. */
export interface ObligationFact {
  readonly heldFrom: Date;
  readonly requiredFrom: Date;
  readonly dueDays: number;
}

export type AwardState = "valid" | "expired" | "revoked";
export type CertificationStatus = "valid" | "due" | "overdue" | "expired" | "revoked" | "not-required";

interface AwardStanding {
  readonly id: string;
  readonly state: AwardState;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly renewalOpensAt: Date | null;
  /** When a withdrawal took effect, and when it was put on record. */
  readonly revokedAt: Date | null;
  readonly revocationRecordedAt: Date | null;
}

export interface Standing {
  readonly status: CertificationStatus;
  /** The award in force, else the newest that was. */
  readonly award: AwardStanding | null;
  /** By when the person must hold it: the end of validity while valid, the deadline of the duty otherwise. */
  readonly dueBy: Date | null;
  readonly renewalOpen: boolean;
  /** Work that rests on it must stop: it is required, not held, and the time to earn it is over. */
  readonly uncovered: boolean;
}

export function validUntil(validFrom: Date, months: number | null): Date | null {
  return months === null ? null : new Date(addMonths(validFrom, months, utc).getTime());
}

export function renewalOpensAt(until: Date | null, windowDays: number): Date | null {
  return until && new Date(subDays(until, windowDays, utc).getTime());
}

export function dueBy({ heldFrom, requiredFrom, dueDays }: ObligationFact): Date {
  return new Date(addDays(obligedSince({ heldFrom, requiredFrom }), dueDays, utc).getTime());
}

function obligedSince({ heldFrom, requiredFrom }: Pick<ObligationFact, "heldFrom" | "requiredFrom">): Date {
  return heldFrom > requiredFrom ? heldFrom : requiredFrom;
}

/** Null when the award was not known by then, or had not begun. */
export function awardStanding(award: AwardFact, { effective, known }: AsOf): AwardStanding | null {
  if (award.recordedAt > known) return null;
  const events = award.events
    .filter((event) => event.recordedAt <= known)
    .sort((a, b) => a.number - b.number);
  const corrected = events.filter((event) => event.kind === "corrected").at(-1);
  const from = corrected?.validFrom ?? award.validFrom;
  const until = corrected ? corrected.validUntil : award.validUntil;
  if (from > effective) return null;

  const last = events.filter((event) => event.kind !== "corrected" && event.effectiveAt <= effective).at(-1);
  const revocation = last?.kind === "revoked" ? last : null;
  return {
    id: award.id,
    state: revocation ? "revoked" : until && until <= effective ? "expired" : "valid",
    validFrom: from,
    validUntil: until,
    renewalOpensAt: renewalOpensAt(until, award.renewalWindowDays),
    revokedAt: revocation?.effectiveAt ?? null,
    revocationRecordedAt: revocation?.recordedAt ?? null,
  };
}

/** One person's standing at one certification. */
export function standing(
  awards: readonly AwardFact[],
  obligations: readonly ObligationFact[],
  asOf: AsOf,
): Standing {
  const standings = awards.flatMap((award) => awardStanding(award, asOf) ?? []);
  const inForce = longest(standings.filter(({ state }) => state === "valid"));
  const required = obligations.length > 0;
  if (inForce) {
    const renewalOpen = inForce.renewalOpensAt !== null && inForce.renewalOpensAt <= asOf.effective;
    return {
      status: "valid",
      award: inForce,
      dueBy: required ? inForce.validUntil : null,
      renewalOpen,
      uncovered: false,
    };
  }
  const award = newest(standings);
  if (!required) return { status: "not-required", award, dueBy: null, renewalOpen: false, uncovered: false };

  const deadline = earliest(obligations.map(dueBy));
  const inTime = asOf.effective < deadline;
  const status = lapsedStatus(award, earliest(obligations.map(obligedSince)), inTime);
  return { status, award, dueBy: deadline, renewalOpen: false, uncovered: status !== "due" };
}

/** Someone who takes on a duty after their award lapsed has the same time to earn it as a newcomer. */
function lapsedStatus(award: AwardStanding | null, since: Date, inTime: boolean): CertificationStatus {
  if (!award) return inTime ? "due" : "overdue";
  const lapsedAt = award.revokedAt ?? award.validUntil;
  if (inTime && lapsedAt && lapsedAt < since) return "due";
  return award.state;
}

/**
 * Since when evidence counts towards the next award; `null` when any does, "closed" when nothing can be earned now.
 * After a revocation, what was done before it went on record counts for nothing.
 */
export function cycleOpening(awards: readonly AwardFact[], when: Date): Date | null | "closed" {
  const standings = awards.flatMap((award) => awardStanding(award, { effective: when, known: when }) ?? []);
  const inForce = longest(standings.filter(({ state }) => state === "valid"));
  if (inForce && !(inForce.renewalOpensAt && inForce.renewalOpensAt <= when)) return "closed";
  const last = inForce ?? newest(standings);
  const openedAt = last?.state === "revoked" ? null : last?.renewalOpensAt;
  /* Also that of a renewal which was revoked while the certificate before it still runs. */
  const revocations = standings.flatMap(({ revocationRecordedAt }) => revocationRecordedAt ?? []);
  return latest([...revocations, ...(openedAt ? [openedAt] : [])]);
}

function latest(dates: readonly Date[]): Date | null {
  return dates.length > 0 ? new Date(Math.max(...dates.map((date) => date.getTime()))) : null;
}

function longest(standings: readonly AwardStanding[]): AwardStanding | null {
  return pick(standings, ({ validUntil: until }) => until?.getTime() ?? Infinity);
}

function newest(standings: readonly AwardStanding[]): AwardStanding | null {
  return pick(standings, ({ validFrom }) => validFrom.getTime());
}

function pick(
  standings: readonly AwardStanding[],
  by: (standing: AwardStanding) => number,
): AwardStanding | null {
  return standings.reduce<AwardStanding | null>((best, next) => {
    if (!best || by(next) > by(best)) return next;
    return by(next) === by(best) && next.id > best.id ? next : best;
  }, null);
}

function earliest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map((date) => date.getTime())));
}
