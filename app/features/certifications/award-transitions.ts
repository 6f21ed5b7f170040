/** What may happen to an award, from which state. Pure. */
import { Conflict } from "~/platform/errors";

export const CHANGES = ["suspended", "revoked", "surrendered", "reinstated", "corrected"] as const;
export type AwardChangeKind = (typeof CHANGES)[number];
type Stop = "suspended" | "revoked" | "surrendered";

export interface AwardNow {
  readonly id: string;
  readonly personId: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  /** What stops it from counting; null where nothing does. */
  readonly stop: Stop | null;
  /** When the last event took effect: the next one may not come before it. */
  readonly lastEffectiveAt: Date;
}

export interface EventRow {
  readonly number: number;
  readonly kind: string;
  readonly effectiveAt: Date;
  readonly validFrom: Date | null;
  readonly validUntil: Date | null;
}

export interface AwardWithEvents extends AwardRow {
  readonly events: readonly EventRow[];
}

interface AwardRow {
  readonly id: string;
  readonly personId: string;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

/** @param events by number */
export function awardNow(award: AwardRow, events: readonly EventRow[]): AwardNow {
  const corrected = events.findLast(({ kind }) => kind === "corrected");
  const last = lastChange(events);
  const validFrom = corrected?.validFrom ?? award.validFrom;
  return {
    id: award.id,
    personId: award.personId,
    validFrom,
    validUntil: corrected ? corrected.validUntil : award.validUntil,
    stop: stopOf(last),
    lastEffectiveAt: last?.effectiveAt ?? validFrom,
  };
}

/** A correction changes dates, and stops and lifts nothing. */
function lastChange<Event extends { readonly kind: string }>(events: readonly Event[]): Event | undefined {
  return events.findLast(({ kind }) => kind !== "corrected");
}

function stopOf(last: { readonly kind: string } | undefined): Stop | null {
  return last && last.kind !== "reinstated" ? (last.kind as Stop) : null;
}

const from: Readonly<Record<AwardChangeKind, readonly (Stop | null)[]>> = {
  suspended: [null],
  revoked: [null, "suspended"],
  /* Giving it back would open the next one, and nothing would be left to decide. */
  surrendered: [null],
  reinstated: ["suspended", "revoked"],
  corrected: [null, "suspended"],
};

const words: Readonly<Record<Stop | "none", string>> = {
  suspended: "This certificate is suspended already.",
  revoked: "This certificate has been revoked already.",
  surrendered: "This certificate has been given back. It has to be earned anew.",
  none: "This certificate is neither suspended nor revoked, so it stands as it is.",
};

/** The changes that the state of the award allows on this day. */
export function changesOf(award: AwardNow, at: Date): AwardChangeKind[] {
  return CHANGES.filter((kind) => from[kind].includes(award.stop) && !tooLate(kind, award, at));
}

/** @throws Conflict when the award is not in a state from which this can happen */
export function requirePossible(kind: AwardChangeKind, award: AwardNow, effectiveAt: Date): void {
  if (kind === "surrendered" && award.stop === "suspended")
    throw new Conflict(
      "suspended",
      "A suspended certificate cannot be given back. Whether it is reinstated or revoked is decided first.",
    );
  if (!from[kind].includes(award.stop))
    throw new Conflict(award.stop ? `already-${award.stop}` : "nothing-to-lift", words[award.stop ?? "none"]);
  if (tooLate(kind, award, effectiveAt))
    throw new Conflict(
      "expired",
      "This certificate has expired, so there is nothing left to stop. If it should not have counted earlier, give the date from which.",
    );
}

/** What has ended cannot be stopped; what was stopped can still be set right afterwards. */
function tooLate(kind: AwardChangeKind, { validUntil }: AwardNow, at: Date): boolean {
  const stops = kind === "suspended" || kind === "revoked" || kind === "surrendered";
  return stops && validUntil !== null && validUntil <= at;
}
