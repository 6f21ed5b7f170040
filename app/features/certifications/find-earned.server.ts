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
import { type Award, findAwards } from "./certification-facts.server";
import { awardStanding, cycleOpening, renewedAt } from "./certification-rules";
import { earliestEnd, earnedBy, type Evidence, firstOf, lastOf } from "./earnable";
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

function isHeld(awards: readonly Award[], certificationId: string, when: Date): boolean {
  return awards.some(
    (award) =>
      award.certificationId === certificationId &&
      awardStanding(award, { effective: when, known: when })?.state === "valid",
  );
}

export async function findEarned(personId: string): Promise<Earned[]> {
  const t = now();
  const revisions = await currentRevisions();
  const [steps, awards] = await Promise.all([
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
    if (definition.prerequisites?.some((id) => !isHeld(awards, id, t))) return [];

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
function isNew(evidence: readonly Evidence[], awards: readonly Award[]): boolean {
  return awards.every((award) => award.validFrom < lastOf(evidence));
}

async function currentRevisions() {
  const certifications = await db.certification.findMany({
    where: { archivedAt: null, currentRevisionId: { not: null } },
    orderBy: { id: "asc" },
    select: { currentRevisionId: true },
  });
  const revisions = await db.certificationRevision.findMany({
    where: { id: { in: certifications.flatMap(({ currentRevisionId }) => currentRevisionId ?? []) } },
    orderBy: { certificationId: "asc" },
    select: { id: true, definition: true },
  });
  return revisions.map(({ id, definition }) => ({ id, definition: readDefinition(id, definition) }));
}
