/** Awards what was put to decision, or refuses it with a reason. */
import { record } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { Conflict, NotFound } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { awardEarned } from "../award-earned.server";
import { awardRoles, type AwardRoles } from "../award-actors.server";
import { readDefinition } from "../certification-definition";
import { findObligations } from "../certification-facts.server";
import { findEarned } from "../find-earned.server";
import { grantAward } from "../grant-award.server";
import { reasonOf } from "../write-award-event.server";
import { involvedIn, readEvidence } from "./involved.server";
import { evidenceOf, keyOf } from "./put-to-decision.server";

/** Another administrator or whoever manages the person. Never the person, nor who trained or examined them. */
export function mayDecideAward(actor: Actor, roles: AwardRoles, involved: ReadonlySet<string>): boolean {
  return !roles.holder && (roles.administrator || roles.manager) && !involved.has(actor.personId);
}

/**
 * @returns the id of the award
 * @throws NotFound for whom it is not open, Conflict when it has been decided or is no longer earned
 */
export async function grantByDecision(actor: Actor, decisionId: string): Promise<string> {
  const decision = await requireDecider(actor, decisionId);
  const { personId, certificationId, evidenceKey } = decision;
  const t = now();
  const earned = (await findEarned(personId)).find(({ definition }) => definition.id === certificationId);
  if (!earned || keyOf(evidenceOf(earned)) !== evidenceKey)
    throw new Conflict(
      "not-earned",
      "What was put to decision is no longer what the certification asks for, so there is nothing to award.",
    );
  const duties = await findObligations({ personIds: [personId] }, { effective: t, known: t });
  const awardId = await transaction(async (tx) => {
    await close(tx, decisionId, { state: "granted", decidedById: actor.personId });
    const of = duties.filter((duty) => duty.certificationId === certificationId);
    const granted = await grantAward(tx, personId, earned, of, { actorId: actor.personId, decisionId });
    if (!granted) throw new Conflict("awarded", "It has been awarded meanwhile.");
    return granted;
  });
  /* It may be what another certification asks to be held first. */
  await awardEarned(personId);
  return awardId;
}

/** The same evidence is not put again; anything done anew is. */
export async function refuseByDecision(actor: Actor, decisionId: string, why: string): Promise<void> {
  const reason = reasonOf(why);
  const { personId, certificationId, revisionId } = await requireDecider(actor, decisionId);
  await transaction(async (tx) => {
    await close(tx, decisionId, { state: "refused", decidedById: actor.personId, reason });
    const revision = await tx.certificationRevision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { definition: true },
    });
    const { title, edition, standard, clauses } = readDefinition(revisionId, revision.definition);
    await record(tx, {
      kind: "certification-refused",
      outcome: "refused",
      subject: await subjectAt(tx, personId, now()),
      actorId: actor.personId,
      reason,
      occurredAt: now(),
      title,
      edition,
      certificationId,
      ...(standard ? { standard } : {}),
      clauses,
      document: { decision: decisionId, certification: certificationId, certificationRevision: revisionId },
    });
    const { email } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
    await enqueue(tx, "email", {
      to: email,
      subject: `${title} was not awarded`,
      text: [
        `You have met what ${title} asks for, but whoever decides on it has not awarded it. The reason on record:`,
        reason,
        `What you do anew, such as passing its test again, is put to decision again. If you think this is a mistake, talk to your manager.\n${env.BASE_URL}/certifications/${certificationId}`,
      ].join("\n\n"),
    });
  });
}

/** @throws NotFound for whom it is not theirs to decide */
export async function requireDecider(actor: Actor, decisionId: string) {
  const decision = await db.awardDecision.findUnique({ where: { id: decisionId } });
  if (!decision) throw new NotFound("decision");
  const [roles, involved] = await Promise.all([
    awardRoles(actor, decision.personId),
    involvedIn(db, readEvidence(decision.evidence)),
  ]);
  if (!mayDecideAward(actor, roles, involved)) throw new NotFound("decision");
  return decision;
}

/** @throws Conflict for the later of two decisions */
async function close(
  tx: Tx,
  id: string,
  outcome: { state: "granted" | "refused"; decidedById: string; reason?: string },
): Promise<void> {
  const { count } = await tx.awardDecision.updateMany({
    where: { id, state: "open" },
    data: { ...outcome, decidedAt: now() },
  });
  if (count === 0) throw new Conflict("decided", "Somebody else has decided this already.");
}
