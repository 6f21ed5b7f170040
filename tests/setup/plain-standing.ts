/**
 * What a person's certification stands at, said in the slowest and plainest way: lists gone through from the beginning, no
 * reuse, no early exit. Tests and the simulation hold the product's rules against it, so it shares no code with them.
 */
import type {
  AsOf,
  AwardFact,
  CertificationStatus,
  ObligationFact,
} from "~/features/certifications/certification-rules";

const DAY = 86_400_000;

export interface PlainAward {
  readonly id: string;
  readonly from: number;
  /** Infinity where it never ends. */
  readonly until: number;
  readonly opens: number;
  readonly graceUntil: number;
  /** Empty where nothing stops it. */
  readonly stop: string;
  readonly stoppedAt: number | null;
  readonly stopRecordedAt: number | null;
}

/** Null when it was not known by then, or had not begun. */
export function plainAward(award: AwardFact, asOf: AsOf): PlainAward | null {
  const [e, k] = [asOf.effective.getTime(), asOf.known.getTime()];
  if (award.recordedAt.getTime() > k) return null;
  let [from, until] = [award.validFrom.getTime(), award.validUntil ? award.validUntil.getTime() : Infinity];
  let stop = "";
  let stoppedAt: number | null = null;
  let stopRecordedAt: number | null = null;
  for (let number = 1; number <= 10 && award.events.length > 0; number++)
    for (const happened of award.events) {
      if (happened.number !== number || happened.recordedAt.getTime() > k) continue;
      if (happened.kind === "corrected") {
        from = happened.validFrom!.getTime();
        until = happened.validUntil ? happened.validUntil.getTime() : Infinity;
      } else if (happened.effectiveAt.getTime() <= e)
        [stop, stoppedAt, stopRecordedAt] =
          happened.kind === "reinstated"
            ? ["", null, null]
            : [happened.kind, happened.effectiveAt.getTime(), happened.recordedAt.getTime()];
    }
  if (from > e) return null;
  const opens = until - award.renewalWindowDays * DAY;
  const graceUntil = until + award.graceDays * DAY;
  return { id: award.id, from, until, opens, graceUntil, stop, stoppedAt, stopRecordedAt };
}

export interface PlainStanding {
  readonly status: CertificationStatus;
  readonly award: PlainAward | null;
  readonly dueBy: number | null;
}

export function plainStanding(
  awards: readonly AwardFact[],
  duties: readonly ObligationFact[],
  asOf: AsOf,
  equivalent: readonly AwardFact[] = [],
): PlainStanding {
  const e = asOf.effective.getTime();
  let held: PlainAward | null = null;
  let inGrace: PlainAward | null = null;
  let newest: PlainAward | null = null;
  for (const each of [...awards, ...equivalent]) {
    const seen = plainAward(each, asOf);
    if (!seen) continue;
    const { id, from, until } = seen;
    const longer = (than: PlainAward | null) =>
      !than || until > than.until || (until === than.until && id > than.id);
    if (!seen.stop && e < until && longer(held)) held = seen;
    if (equivalent.includes(each)) continue;
    if (!seen.stop && e >= until && e < seen.graceUntil && longer(inGrace)) inGrace = seen;
    if (!newest || from > newest.from || (from === newest.from && id > newest.id)) newest = seen;
  }
  const required = duties.length > 0;
  if (held)
    return { status: "valid", award: held, dueBy: required && held.until < Infinity ? held.until : null };
  if (!required) return { status: "not-required", award: inGrace ?? newest, dueBy: null };
  if (inGrace) return { status: "grace", award: inGrace, dueBy: inGrace.graceUntil };

  const starts = duties.map((one) => Math.max(one.heldFrom.getTime(), one.requiredFrom.getTime()));
  const deadlines = duties.map((one, index) => one.dueAt?.getTime() ?? starts[index]! + one.dueDays * DAY);
  const dueBy = Math.min(...deadlines);
  const inTime = e < dueBy;
  if (!newest) return { status: inTime ? "due" : "overdue", award: null, dueBy };
  const lapsed = newest.stoppedAt ?? newest.until;
  const status = newest.stop === "" ? "expired" : (newest.stop as CertificationStatus);
  return { status: inTime && starts.every((start) => lapsed < start) ? "due" : status, award: newest, dueBy };
}
