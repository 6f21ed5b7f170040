/** Writes an award with its record and tells the holder. */
import { randomBytes } from "node:crypto";
import { record } from "~/features/ledger/record.server";
import { lockPerson } from "~/features/people/lock-people.server";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { codeFrom } from "./award-code";
import { mailAward } from "./award-mail.server";
import type { Obligation } from "./certification-facts.server";
import { openCycle } from "./cycles/open-cycle.server";
import { supersede } from "./decisions/put-to-decision.server";
import type { Earned } from "./find-earned.server";

/** Who decided, where the certification demands that. */
export interface Decided {
  readonly actorId: string;
  readonly decisionId: string;
}

/** @returns null when somebody else was faster */
export async function grantAward(
  tx: Tx,
  personId: string,
  earned: Earned,
  duties: readonly Obligation[],
  decided: Decided | null = null,
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
    actorId: decided?.actorId ?? null,
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
      ...(decided ? { decision: decided.decisionId } : {}),
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
  /* What else was put to decision for it could only be refused by now. */
  await supersede(tx, { personId, certificationId });
  await mailAward(tx, { personId, awardId, code, definition, ...dates });
  return awardId;
}
