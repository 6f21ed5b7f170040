/** What happened to a person's certificates, newest first. Pure. */
import type { Award } from "./certification-facts.server";
import { type AwardChangeKind, CHANGES } from "./award-transitions";
import { awardStanding, renewedAt } from "./certification-rules";

export interface TimelineEntry {
  readonly key: string;
  readonly kind: "awarded" | "renewed" | "expired" | AwardChangeKind;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly awardId: string;
  readonly title: string;
  readonly edition: string;
  readonly validUntil: Date | null;
}

/** @param awards oldest first */
export function timelineOf(awards: readonly Award[], at: Date): TimelineEntry[] {
  return awards
    .flatMap((award, index): TimelineEntry[] => {
      const { id: awardId, title, edition, recordedAt } = award;
      const standing = awardStanding(award, { effective: at, known: at });
      const validUntil = standing?.validUntil ?? award.validUntil;
      const entry = { awardId, title, edition, validUntil };
      const from = standing?.validFrom ?? award.validFrom;
      const before = awards.slice(0, index).filter((each) => each.certificationId === award.certificationId);
      const granted = renewedAt(before, from, at).renewals > 0 ? "renewed" : "awarded";
      const entries: TimelineEntry[] = [
        { ...entry, key: awardId, kind: granted, at: from, recordedAt },
        ...award.events.flatMap(({ number, kind, effectiveAt, recordedAt: known }): TimelineEntry[] =>
          isChange(kind)
            ? [{ ...entry, key: `${awardId} ${number}`, kind, at: effectiveAt, recordedAt: known }]
            : [],
        ),
      ];
      /* What another one had followed by then did not leave anybody without. */
      const ended = (standing?.state === "expired" || standing?.state === "grace") && validUntil;
      if (ended && !awards.some((other) => isFollowing(other, award, validUntil, at)))
        entries.push({
          ...entry,
          key: `${awardId} end`,
          kind: "expired",
          at: validUntil,
          recordedAt: validUntil,
        });
      return entries;
    })
    .sort((a, b) => b.at.getTime() - a.at.getTime() || b.recordedAt.getTime() - a.recordedAt.getTime());
}

function isFollowing(other: Award, award: Award, effective: Date, known: Date): boolean {
  if (other.id === award.id || other.certificationId !== award.certificationId) return false;
  return awardStanding(other, { effective, known })?.state === "valid";
}

function isChange(kind: string): kind is AwardChangeKind {
  return (CHANGES as readonly string[]).includes(kind);
}
