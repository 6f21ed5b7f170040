import { randomBytes } from "node:crypto";
import { record } from "~/features/ledger/record.server";
import { lockPerson } from "~/features/people/lock-people.server";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { codeFrom } from "./award-code";
import { awardMail } from "./award-mail.server";
import {
  allSteps,
  type CertificationStep,
  type CertificationDefinition,
  leavesOf,
  readDefinition,
  requirementsOf,
  stepKey,
} from "./certification-definition";
import { type Award, findAwards, findObligations, type Obligation } from "./certification-facts.server";
import { awardStanding, cycleOpening, renewedAt } from "./certification-rules";
import { earliestEnd, earnedBy, type Evidence, firstOf, lastOf } from "./earnable";
import { openCycle } from "./cycles/open-cycle.server";
import { findSteps } from "./step-queries.server";
import { validUntil } from "./validity-rules";

interface Earned {
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

/**
 * Grants what the person has now earned and returns the new awards' ids. Safe to call at any time, twice, or from
 * several places at once: a cycle has one number and one award, so one of them writes.
 */
export async function awardEarned(personId: string): Promise<string[]> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { leftAt: true } });
  if (!person || (person.leftAt && person.leftAt <= now())) return [];

  const granted: string[] = [];
  /* Once more after each grant: it may be what another certification asks to be held first. */
  for (;;) {
    const more = await grantEarned(personId);
    if (more.length === 0) return granted;
    granted.push(...more);
  }
}

async function grantEarned(personId: string): Promise<string[]> {
  const earned = await findEarned(personId);
  if (earned.length === 0) return [];
  const t = now();
  const obligations = await findObligations({ personIds: [personId] }, { effective: t, known: t });
  const granted: string[] = [];
  for (const each of earned) {
    const duties = obligations.filter((duty) => duty.certificationId === each.definition.id);
    try {
      const awardId = await transaction((tx) => grant(tx, personId, each, duties));
      if (awardId) granted.push(awardId);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return granted;
}

function isHeld(awards: readonly Award[], certificationId: string, when: Date): boolean {
  return awards.some(
    (award) =>
      award.certificationId === certificationId &&
      awardStanding(award, { effective: when, known: when })?.state === "valid",
  );
}

async function findEarned(personId: string): Promise<Earned[]> {
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
    const until = earliestEnd(validUntil(validFrom, definition.validity ?? null, previousUntil), evidence);
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

async function grant(
  tx: Tx,
  personId: string,
  earned: Earned,
  duties: readonly Obligation[],
): Promise<string | null> {
  const { definition, revisionId, evidence, cause, validFrom, validUntil: until } = earned;
  const certificationId = definition.id;
  await lockPerson(tx, personId);
  /* Whoever was faster has granted it. */
  if ((await tx.award.count({ where: { personId, certificationId } })) > earned.awardsBefore) return null;
  const awardId = newId();
  const code = codeFrom(randomBytes(16));
  const {
    id: cycleId,
    number,
    openedAt,
  } = await openCycle(tx, { personId, certificationId, cause, openedAt: earned.openedAt });

  const subject = await subjectAt(tx, personId, validFrom);
  const dates = { validFrom, validUntil: until };
  await tx.award.create({
    data: {
      id: awardId,
      cycleId,
      personId,
      certificationId,
      revisionId,
      holderName: subject.name,
      code,
      ...dates,
      recordedAt: now(),
    },
    select: { id: true },
  });
  await record(tx, {
    kind: "award-granted",
    outcome: "granted",
    subject,
    actorId: null,
    occurredAt: validFrom,
    title: definition.title,
    edition: definition.edition,
    certificationId,
    awardId,
    ...(definition.standard ? { standard: definition.standard } : {}),
    clauses: definition.clauses,
    validFrom,
    ...(until ? { validUntil: until } : {}),
    document: {
      awardId,
      code,
      holderName: subject.name,
      certification: certificationId,
      certificationRevision: revisionId,
      cycle: number,
      openedAt: openedAt.toISOString(),
      validFrom: validFrom.toISOString(),
      validUntil: until?.toISOString() ?? null,
      requirementsInForce: duties.map(({ requirementId, accountabilityId, accountabilityTitle, clause }) => ({
        requirement: requirementId,
        accountability: accountabilityId,
        title: accountabilityTitle,
        clause,
      })),
      evidence: evidence.map(({ kind, slug, at, recordId }) => ({
        kind,
        slug,
        at: at.toISOString(),
        record: recordId,
      })),
    },
  });
  await enqueue(tx, "email", await awardMail(tx, { personId, awardId, code, definition, ...dates }));
  return awardId;
}
