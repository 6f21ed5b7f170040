/** A revocation takes two people: one proposes it with a reason, another confirms or declines it. */
import type { Actor } from "~/features/people/actor";
import { mailPerson } from "~/features/people/mail-person.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { Conflict, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { awardRoles, mayDecide, requireMayChange } from "./award-actors.server";
import { oneAtATime } from "./change-award.server";
import { deciderAddresses } from "~/features/people/staff-addresses.server";
import {
  type AwardChange,
  findAwardNow,
  reasonOf,
  requireChange,
  writeAwardEvent,
} from "./write-award-event.server";

/**
 * The certificate goes on counting until somebody else has confirmed it. Who needs it to stop at once suspends it.
 * @returns the id of the proposal
 * @throws Conflict when one is open already, or the state does not allow it
 */
export async function proposeRevocation(actor: Actor, change: AwardChange): Promise<string> {
  const reason = reasonOf(change.reason);
  return oneAtATime(() =>
    transaction(async (tx) => {
      const award = await findAwardNow(tx, change.awardId);
      await requireMayChange(tx, actor, "revoked", award.personId);
      const effectiveAt = requireChange("revoked", award, change);
      const id = newId();
      await tx.awardProposal.create({
        data: {
          id,
          awardId: award.id,
          reason,
          effectiveAt,
          proposedById: actor.personId,
          proposedAt: now(),
          state: "open",
          openKey: award.id,
        },
        select: { id: true },
      });
      const { name: holder } = await tx.person.findUniqueOrThrow({
        where: { id: award.personId },
        select: { name: true },
      });
      for (const to of await deciderAddresses(tx, award.personId, [actor.personId]))
        await enqueue(tx, "email", {
          to,
          ...askedToDecide(award.definition.title, holder, actor.name, reason, award.id),
        });
      return id;
    }),
  );
}

function askedToDecide(title: string, holder: string, by: string, reason: string, awardId: string) {
  return {
    subject: `A second person is needed: revocation of ${title} of ${holder}`,
    text: [
      `${by} proposes to revoke the certificate ${title} of ${holder}. The reason given:`,
      reason,
      `It counts until somebody else has confirmed the revocation. Confirm or decline it here:\n${env.BASE_URL}/certificates/${awardId}/change`,
    ].join("\n\n"),
  };
}

/** @returns the id of the event */
export async function confirmRevocation(actor: Actor, proposalId: string): Promise<string> {
  return oneAtATime(() =>
    transaction(async (tx) => {
      const proposal = await findOpen(tx, proposalId);
      const { awardId, reason, effectiveAt, proposedById, lastEffectiveAt } = proposal;
      await requireSecondPerson(tx, actor, proposal);
      await close(tx, actor, proposalId, { state: "confirmed", answer: null });
      return writeAwardEvent(tx, {
        kind: "revoked",
        awardId,
        reason,
        /* It may have been suspended meanwhile. */
        effectiveAt: effectiveAt < lastEffectiveAt ? lastEffectiveAt : effectiveAt,
        actorId: proposedById,
        confirmedBy: actor.personId,
      });
    }),
  );
}

/** The certificate stands as it is, and the proposer is told why. */
export async function declineRevocation(actor: Actor, proposalId: string, why: string): Promise<void> {
  const answer = reasonOf(why);
  await transaction(async (tx) => {
    const proposal = await findOpen(tx, proposalId);
    await requireSecondPerson(tx, actor, proposal);
    await close(tx, actor, proposalId, { state: "declined", answer });
    const { title } = proposal;
    await mailPerson(tx, proposal.proposedById, () => ({
      subject: `Not revoked: ${title}`,
      text: `${actor.name} has declined to revoke the certificate ${title}, so it stands as it is:\n\n${answer}`,
    }));
  });
}

/** The proposer takes it back. */
export async function withdrawRevocation(actor: Actor, proposalId: string): Promise<void> {
  await transaction(async (tx) => {
    const { proposedById } = await findOpen(tx, proposalId);
    if (proposedById !== actor.personId) throw new NotFound("proposal");
    await close(tx, actor, proposalId, { state: "withdrawn", answer: null });
  });
}

async function findOpen(tx: Tx, id: string) {
  const proposal = await tx.awardProposal.findUnique({
    where: { id },
    select: { awardId: true, reason: true, effectiveAt: true, proposedById: true, state: true },
  });
  if (!proposal) throw new NotFound("proposal");
  if (proposal.state !== "open") throw decidedAlready();
  const { personId, definition, lastEffectiveAt } = await findAwardNow(tx, proposal.awardId);
  return { ...proposal, holderId: personId, title: definition.title, lastEffectiveAt };
}

async function requireSecondPerson(
  tx: Tx,
  actor: Actor,
  { holderId, proposedById }: { holderId: string; proposedById: string },
): Promise<void> {
  if (!mayDecide(actor, await awardRoles(actor, holderId, tx), proposedById)) throw new NotFound("proposal");
}

/** @throws Conflict for the later of two decisions */
async function close(
  tx: Tx,
  actor: Actor,
  id: string,
  { state, answer }: { state: "confirmed" | "declined" | "withdrawn"; answer: string | null },
): Promise<void> {
  const { count } = await tx.awardProposal.updateMany({
    where: { id, state: "open" },
    data: { state, answer, openKey: null, decidedById: actor.personId, decidedAt: now() },
  });
  if (count !== 1) throw decidedAlready();
}

function decidedAlready(): Conflict {
  return new Conflict(
    "proposal-decided",
    "This proposal has been decided already. Look at the certificate again.",
  );
}
