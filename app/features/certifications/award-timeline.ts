/** What happened to a person's certificates, newest first. Pure. */
import type { Award } from "./certification-facts.server";
import { awardStanding } from "./certification-rules";

export interface TimelineEntry {
  readonly key: string;
  readonly kind: "awarded" | "renewed" | "expired" | "revoked" | "reinstated" | "corrected";
  readonly at: Date;
  readonly recordedAt: Date;
  readonly awardId: string;
  readonly title: string;
  readonly edition: string;
  readonly validUntil: Date | null;
}

export function timelineOf(awards: readonly Award[], at: Date): TimelineEntry[] {
  return awards
    .flatMap((award): TimelineEntry[] => {
      const { id: awardId, title, edition, recordedAt } = award;
      const standing = awardStanding(award, { effective: at, known: at });
      const validUntil = standing?.validUntil ?? award.validUntil;
      const entry = { awardId, title, edition, validUntil };
      const granted = award.number > 1 ? "renewed" : "awarded";
      const entries: TimelineEntry[] = [
        { ...entry, key: awardId, kind: granted, at: standing?.validFrom ?? award.validFrom, recordedAt },
        ...award.events.flatMap(({ number, kind, effectiveAt, recordedAt: known }): TimelineEntry[] =>
          kind === "revoked" || kind === "reinstated" || kind === "corrected"
            ? [{ ...entry, key: `${awardId} ${number}`, kind, at: effectiveAt, recordedAt: known }]
            : [],
        ),
      ];
      if (standing?.state === "expired" && validUntil)
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
