/**
 * What a person's certification stands at. Never stored: worked out from rows for an effective date (when it held)
 * and a known date (what had been recorded by then).
 */
/* Days are UTC days, which all have the same length. Coverage asks this millions of times. */
const DAY = 86_400_000;

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
  readonly graceDays: number;
  readonly events: readonly AwardEventFact[];
}

/** A requirement in force for a job role that the person holds, or what somebody asked of this person. */
export interface ObligationFact {
  readonly heldFrom: Date;
  readonly requiredFrom: Date;
  readonly dueDays: number;
  /** The day that was named, where it is not counted in days. */
  readonly dueAt?: Date | null;
}

/** grace: it has ended, and the work may go on for a while. */
export type AwardState = "valid" | "grace" | "expired" | "suspended" | "revoked" | "surrendered";
export type CertificationStatus = AwardState | "due" | "overdue" | "not-required";

interface AwardStanding {
  readonly id: string;
  readonly state: AwardState;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly renewalOpensAt: Date | null;
  readonly graceUntil: Date | null;
  /** When a suspension, revocation or surrender took effect, and when it was put on record. */
  readonly stoppedAt: Date | null;
  readonly stopRecordedAt: Date | null;
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

export function renewalOpensAt(until: Date | null, windowDays: number): Date | null {
  return until && new Date(until.getTime() - windowDays * DAY);
}

function graceUntil(until: Date | null, graceDays: number): Date | null {
  return until && new Date(until.getTime() + graceDays * DAY);
}

export function dueBy({ heldFrom, requiredFrom, dueDays, dueAt }: ObligationFact): Date {
  return dueAt ?? new Date(obligedSince({ heldFrom, requiredFrom }).getTime() + dueDays * DAY);
}

export function obligedSince({
  heldFrom,
  requiredFrom,
}: Pick<ObligationFact, "heldFrom" | "requiredFrom">): Date {
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
  const stop = last && last.kind !== "reinstated" ? last : null;
  const grace = graceUntil(until, award.graceDays);
  return {
    id: award.id,
    state: stop ? stateAfter(stop.kind) : stateBy({ until, grace }, effective),
    validFrom: from,
    validUntil: until,
    renewalOpensAt: renewalOpensAt(until, award.renewalWindowDays),
    graceUntil: grace,
    stoppedAt: stop?.effectiveAt ?? null,
    stopRecordedAt: stop?.recordedAt ?? null,
  };
}

function stateBy(ends: { until: Date | null; grace: Date | null }, when: Date): AwardState {
  if (!ends.until || ends.until > when) return "valid";
  return ends.grace && ends.grace > when ? "grace" : "expired";
}

function stateAfter(kind: string): AwardState {
  if (kind === "suspended" || kind === "revoked" || kind === "surrendered") return kind;
  throw new Error(`An award has an event of the unknown kind ${kind}`);
}

/**
 * One person's standing at one certification.
 * @param equivalent awards of certifications that count as this one while they are valid
 */
export function standing(
  awards: readonly AwardFact[],
  obligations: readonly ObligationFact[],
  asOf: AsOf,
  equivalent: readonly AwardFact[] = [],
): Standing {
  const standingsOf = (of: readonly AwardFact[]) => of.flatMap((award) => awardStanding(award, asOf) ?? []);
  const standings = standingsOf(awards);
  const inForce = longest(
    [...standings, ...standingsOf(equivalent)].filter(({ state }) => state === "valid"),
  );
  const required = obligations.length > 0;
  if (inForce)
    return {
      status: "valid",
      award: inForce,
      dueBy: required ? inForce.validUntil : null,
      renewalOpen: isOpen(inForce, asOf.effective),
      uncovered: false,
    };
  const award = longest(standings.filter(({ state }) => state === "grace")) ?? newest(standings);
  if (!required) return { status: "not-required", award, dueBy: null, renewalOpen: false, uncovered: false };
  if (award?.state === "grace")
    return { status: "grace", award, dueBy: award.graceUntil, renewalOpen: true, uncovered: false };

  const deadline = earliest(obligations.map(dueBy));
  const inTime = asOf.effective < deadline;
  const status = lapsedStatus(award, earliest(obligations.map(obligedSince)), inTime);
  return { status, award, dueBy: deadline, renewalOpen: false, uncovered: status !== "due" };
}

function isOpen({ renewalOpensAt: opens }: AwardStanding, when: Date): boolean {
  return opens !== null && opens <= when;
}

/** Someone who takes on a duty after their award lapsed has the same time to earn it as a newcomer. */
function lapsedStatus(award: AwardStanding | null, since: Date, inTime: boolean): CertificationStatus {
  if (!award) return inTime ? "due" : "overdue";
  const lapsedAt = award.stoppedAt ?? award.validUntil;
  if (inTime && lapsedAt && lapsedAt < since) return "due";
  return award.state;
}

/**
 * Since when evidence counts towards the next award; `null` when any does, "closed" when nothing can be earned now.
 * After a revocation or a surrender, what was done before it went on record counts for nothing. While the newest is
 * suspended, that is decided first, also where the one before it still runs.
 */
export function cycleOpening(awards: readonly AwardFact[], when: Date): Date | null | "closed" {
  const standings = awards.flatMap((award) => awardStanding(award, { effective: when, known: when }) ?? []);
  const inForce = longest(standings.filter(({ state }) => state === "valid"));
  if (inForce && !isOpen(inForce, when)) return "closed";
  if (newest(standings)?.state === "suspended") return "closed";
  const last = inForce ?? newest(standings);
  const openedAt = last && !last.stoppedAt ? last.renewalOpensAt : null;
  /* Also that of a renewal which was revoked while the certificate before it still runs. */
  const stops = standings.flatMap(({ stopRecordedAt }) => stopRecordedAt ?? []);
  return latest([...stops, ...(openedAt ? [openedAt] : [])]);
}

type AwardSpan = Pick<AwardStanding, "state" | "validFrom">;

/** Whether another award of the same certification has taken over: both count for a while, and only one is renewed. */
export function isRenewed(award: AwardSpan, others: readonly AwardSpan[]): boolean {
  return others.some(({ state, validFrom }) => state === "valid" && validFrom > award.validFrom);
}

export interface Renewed {
  /** How many awards follow each other without a lapse; 0 where the next one is a first one. */
  readonly renewals: number;
  /** The end of the last of them. */
  readonly previousUntil: Date | null;
}

/**
 * What the next award renews, if it is earned at `when`: an award that is valid, or in grace.
 * @param known what was on record by then
 */
export function renewedAt(awards: readonly AwardFact[], when: Date, known = when): Renewed {
  const standings = awards.flatMap((award) => awardStanding(award, { effective: when, known }) ?? []);
  const chain = standings
    .filter(({ stoppedAt }) => stoppedAt === null)
    .sort((a, b) => b.validFrom.getTime() - a.validFrom.getTime());
  let renewals = 0;
  let reaches = when;
  for (const { validFrom, graceUntil: until } of chain) {
    if (until && until <= reaches) break;
    renewals++;
    reaches = validFrom;
  }
  return { renewals, previousUntil: longest(chain.slice(0, renewals))?.validUntil ?? null };
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

export function earliest(dates: readonly Date[]): Date {
  return new Date(Math.min(...dates.map((date) => date.getTime())));
}
