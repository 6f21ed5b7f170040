import { randomBytes } from "node:crypto";
import { record } from "~/features/ledger/record.server";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { codeFrom } from "./award-code";
import { awardMail } from "./award-mail.server";
import { readDefinition, stepKey, type CertificationDefinition } from "./certification-definition";
import { type Award, findAwards, findObligations, type Obligation } from "./certification-facts.server";
import { cycleOpening, validUntil } from "./certification-rules";
import { earnedBy, type Evidence, firstOf, lastOf } from "./earnable";
import { findSteps } from "./step-queries.server";

interface Earned {
  readonly revisionId: string;
  readonly definition: CertificationDefinition;
  readonly evidence: readonly Evidence[];
  readonly openedAt: Date;
  readonly number: number;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
}

/**
 * Grants what the person has now earned and returns the new awards' ids. Safe to call at any time, twice, or from
 * several places at once: the unique cycle number lets one of them write.
 */
export async function awardEarned(personId: string): Promise<string[]> {
  const person = await db.person.findUnique({ where: { id: personId }, select: { leftAt: true } });
  if (!person || (person.leftAt && person.leftAt <= now())) return [];

  const earned = await findEarned(personId);
  if (earned.length === 0) return [];
  const t = now();
  const obligations = await findObligations({ personIds: [personId] }, { effective: t, known: t });
  const granted: string[] = [];
  for (const each of earned) {
    const duties = obligations.filter((duty) => duty.certificationId === each.definition.id);
    try {
      granted.push(await transaction((tx) => grant(tx, personId, each, duties)));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
  return granted;
}

async function findEarned(personId: string): Promise<Earned[]> {
  const t = now();
  const revisions = await currentRevisions();
  const [steps, awards] = await Promise.all([
    findSteps(
      personId,
      revisions.flatMap(({ definition }) => definition.requirements),
    ),
    findAwards({ personIds: [personId] }, t),
  ]);
  return revisions.flatMap(({ id: revisionId, definition }) => {
    const own = awards.filter((award) => award.certificationId === definition.id);
    const since = cycleOpening(own, t);
    if (since === "closed") return [];
    const done = definition.requirements.flatMap((step) => steps.get(stepKey(step))?.evidence ?? []);
    const evidence = earnedBy(
      definition.requirements,
      done.filter(({ at }) => at <= t),
      since,
    );
    if (!evidence || !isNew(evidence, own)) return [];

    const validFrom = lastOf(evidence);
    const until = validUntil(validFrom, definition.validity?.months ?? null);
    /* What was done so long ago that it would have lapsed by now proves nothing about today. */
    if (until && until <= t) return [];
    const number = Math.max(0, ...own.map((award) => award.number)) + 1;
    return {
      revisionId,
      definition,
      evidence,
      openedAt: since ?? firstOf(evidence),
      number,
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
): Promise<string> {
  const { definition, revisionId, evidence, openedAt, number, validFrom, validUntil: until } = earned;
  const certificationId = definition.id;
  const [cycleId, awardId] = [newId(), newId()];
  const code = codeFrom(randomBytes(16));
  await tx.cycle.create({
    data: { id: cycleId, personId, certificationId, number, openedAt },
    select: { id: true },
  });

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
