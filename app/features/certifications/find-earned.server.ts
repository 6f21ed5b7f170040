/** What a person has met and not been awarded, from the rows as they are now. */
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import {
  allSteps,
  type CertificationDefinition,
  type CertificationStep,
  leavesOf,
  readDefinition,
  requirementsOf,
  stepKey,
} from "./certification-definition";
import { findAwards } from "./certification-facts.server";
import { type AwardFact, cycleOpening, renewedAt } from "./certification-rules";
import { earliestEnd, earnedBy, type Evidence, firstOf, lastOf } from "./earnable";
import { isHeld, readEquivalents } from "./equivalents";
import { findSteps } from "./step-queries.server";
import { validUntil } from "./validity-rules";

export interface Earned {
  readonly revisionId: string;
  readonly definition: CertificationDefinition;
  readonly evidence: readonly Evidence[];
  readonly openedAt: Date;
  /** Of its cycle, where none is open yet. */
  readonly cause: "renewal" | "earned";
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  /** How many the person had when this was found out. */
  readonly awardsBefore: number;
}

export async function findEarned(personId: string): Promise<Earned[]> {
  const t = now();
  const { revisions, countingAs } = await findRules();
  const [{ facts: steps }, awards] = await Promise.all([
    findSteps(
      personId,
      revisions.flatMap(({ definition }) => allSteps(definition)),
    ),
    findAwards({ personIds: [personId] }, t),
  ]);
  return revisions.flatMap(({ id: revisionId, definition }) => {
    const own = awards.filter((award) => award.certificationId === definition.id);
    const since = cycleOpening(own, t);
    if (since === "closed") return [];
    const evidenceFor = (of: readonly CertificationStep[]) =>
      of.flatMap((step) => steps.get(stepKey(step))?.evidence ?? []).filter(({ at }) => at <= t);
    const all = evidenceFor(allSteps(definition));
    if (all.length === 0) return [];
    /* As of what was done last, not of when this runs: background work may be late. */
    const { renewals, previousUntil } = renewedAt(own, lastOf(all));
    const requirements = requirementsOf(definition, renewals);
    const done = evidenceFor(leavesOf(requirements));
    const evidence = earnedBy(requirements, done, since, t);
    if (!evidence || !isNew(evidence, own)) return [];
    if (definition.prerequisites?.some((id) => !isHeld(awards, countingAs(id), t))) return [];

    const validFrom = lastOf(evidence);
    const whole = validUntil(validFrom, definition.validity ?? null, previousUntil);
    const until = earliestEnd(whole, evidence);
    /* Cut short by a certificate of somebody else, it would end with the award it renews: the next certificate is awaited. */
    const cutShort = until !== null && until.getTime() !== whole?.getTime();
    if (cutShort && previousUntil && until <= previousUntil) return [];
    /* What was done so long ago that it would have lapsed by now proves nothing about today. */
    if (until && until <= t) return [];
    return {
      revisionId,
      definition,
      evidence,
      openedAt: since ?? firstOf(evidence),
      cause: renewals > 0 ? "renewal" : "earned",
      awardsBefore: own.length,
      validFrom,
      validUntil: until,
    };
  });
}

/** The same evidence never earns twice, whatever happened to the award it earned. */
function isNew(evidence: readonly Evidence[], awards: readonly AwardFact[]): boolean {
  return awards.every((award) => award.validFrom < lastOf(evidence));
}

/** The rules in force, and what counts as a certification: itself, and its equivalents. */
async function findRules() {
  const certifications = await db.certification.findMany({
    where: { currentRevisionId: { not: null } },
    orderBy: { id: "asc" },
    select: { id: true, currentRevisionId: true, equivalents: true, archivedAt: true },
  });
  const earnable = certifications.filter(({ archivedAt }) => archivedAt === null);
  const revisions = await db.certificationRevision.findMany({
    where: { id: { in: earnable.flatMap(({ currentRevisionId }) => currentRevisionId ?? []) } },
    orderBy: { certificationId: "asc" },
    select: { id: true, definition: true },
  });
  const equivalents = new Map(certifications.map((each) => [each.id, each.equivalents]));
  return {
    revisions: revisions.map(({ id, definition }) => ({ id, definition: readDefinition(id, definition) })),
    countingAs: (id: string) => [id, ...readEquivalents(equivalents.get(id) ?? "[]")],
  };
}
