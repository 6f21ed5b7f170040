/** Awards what was put to decision, or refuses it with a reason. */
import { record } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { lockPerson } from "~/features/people/lock-people.server";
import { mailPerson } from "~/features/people/mail-person.server";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { Conflict, NotFound } from "~/platform/errors";
import { awardEarned } from "../award-earned.server";
import { awardRoles, type AwardRoles } from "../award-actors.server";
import { readDefinition } from "../certification-definition";
import { findObligations } from "../certification-facts.server";
import { type Earned, findEarned } from "../find-earned.server";
import { grantAward } from "../grant-award.server";
import { reasonOf } from "../write-award-event.server";
import { involvedIn, readEvidence } from "./involved.server";
import { evidenceOf, keyOf, supersede } from "./put-to-decision.server";

/** Another administrator or whoever manages the person. Never the person, nor who trained or examined them. */
export function mayDecideAward(actor: Actor, roles: AwardRoles, involved: ReadonlySet<string>): boolean {
  return !roles.holder && (roles.administrator || roles.manager) && !involved.has(actor.personId);
}

/**
 * @returns the id of the award
 * @throws NotFound for whom it is not open, Conflict when it has been decided, is no longer earned or the person has left
 */
export async function grantByDecision(actor: Actor, decisionId: string): Promise<string> {
  const decision = await requireDecider(actor, decisionId);
  const { personId, certificationId } = decision;
  const earned = await requireCurrent(decision);
  const t = now();
  const duties = await findObligations({ personIds: [personId] }, { effective: t, known: t });
  const awardId = await transaction(async (tx) => {
    await requireHere(tx, personId);
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

/**
 * The same evidence is not put again; anything done anew is.
 * @throws NotFound for whom it is not open, Conflict when it has been decided, is no longer earned or the person has left
 */
export async function refuseByDecision(actor: Actor, decisionId: string, why: string): Promise<void> {
  const reason = reasonOf(why);
  const decision = await requireDecider(actor, decisionId);
  const { personId, certificationId, revisionId } = decision;
  await requireCurrent(decision);
  await transaction(async (tx) => {
    await requireHere(tx, personId);
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
    await mailPerson(tx, personId, () => ({
      subject: `${title} was not awarded`,
      text: [
        `You have met what ${title} asks for, but whoever decides on it has not awarded it. The reason on record:`,
        reason,
        `What you do anew, such as passing its test again, is put to decision again. If you think this is a mistake, talk to your manager.\n${env.BASE_URL}/certifications/${certificationId}`,
      ].join("\n\n"),
    }));
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

/**
 * What was put is still what the certification asks for. Otherwise it waits no longer, and what counts by now is put
 * instead, so that nobody is refused what they hold.
 * @throws Conflict
 */
async function requireCurrent(decision: Awaited<ReturnType<typeof requireDecider>>): Promise<Earned> {
  const { id, state, personId, certificationId, evidenceKey } = decision;
  if (state !== "open") throw alreadyClosed();
  const earned = (await findEarned(personId)).find(({ definition }) => definition.id === certificationId);
  if (earned && keyOf(evidenceOf(earned)) === evidenceKey) return earned;
  await transaction((tx) => supersede(tx, { id }));
  await awardEarned(personId);
  throw new Conflict(
    "not-earned",
    "What was put to decision is no longer what the certification asks for, so there is nothing to decide. Nothing was recorded by you.",
  );
}

/** From here to the end of the transaction they neither leave nor are awarded anything. @throws Conflict */
async function requireHere(tx: Tx, personId: string): Promise<void> {
  await lockPerson(tx, personId);
  const { leftAt } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { leftAt: true } });
  if (leftAt && leftAt <= now())
    throw new Conflict(
      "has-left",
      "This person has left, so nothing is decided about them. Record their return first.",
    );
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
  if (count === 0) throw alreadyClosed();
}

function alreadyClosed(): Conflict {
  return new Conflict(
    "decided",
    "Somebody else has decided this already, or newer evidence took its place. Look at it again.",
  );
}
