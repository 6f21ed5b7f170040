import type { Actor } from "~/features/people/actor";
import { mailPerson } from "~/features/people/mail-person.server";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { readAudience } from "../audience-words";
import { draftBounds } from "../draft-rules";
import { prepareRevision, writeRevision } from "../publish-draft.server";
import { changeKinds } from "~/features/content/revisions/change-kinds";
import { mayDecide } from "./second-person.server";

/**
 * Publishes what was proposed, as it was proposed.
 * @throws Conflict when the draft was edited since, or somebody else decided first
 */
export async function confirmRevision(actor: Actor, proposalId: string): Promise<void> {
  const {
    draftId,
    edits,
    note,
    kind: named,
    reason,
    proposedById,
  } = await findForDecision(actor, proposalId);
  const kind = changeKinds.find((each) => each === named);
  const request = { draftId, edits, note, change: { kind, reason } };
  const prepared = await prepareRevision(actor, request, { ownerId: proposedById });
  await transaction(async (tx) => {
    await close(tx, actor, proposalId, { state: "confirmed", answer: null });
    await writeRevision(tx, prepared, actor.personId);
  });
}

/** The revision before stays in force, and the author is told why. */
export async function declineRevision(actor: Actor, proposalId: string, why: string): Promise<void> {
  const answer = why.trim();
  const wrong = !answer
    ? "Write why. The author reads it."
    : answer.length > draftBounds.note
      ? `Use at most ${draftBounds.note} characters.`
      : null;
  if (wrong) throw new Invalid("answer", wrong, { answer: [wrong] });
  const { title, proposedById } = await findForDecision(actor, proposalId);
  await transaction(async (tx) => {
    await close(tx, actor, proposalId, { state: "declined", answer });
    await mailPerson(tx, proposedById, () => ({
      subject: `Not published: ${title}`,
      text: `${actor.name} has declined the revision of ${title} that you proposed, so the one before stays in force:\n\n${answer}`,
    }));
  });
}

/** The author takes it back. */
export async function withdrawProposal(actor: Actor, proposalId: string): Promise<void> {
  await transaction(async (tx) => {
    const mine = { id: proposalId, proposedById: actor.personId };
    if ((await tx.revisionProposal.count({ where: mine })) === 0) throw new NotFound("proposal");
    await close(tx, actor, proposalId, { state: "withdrawn", answer: null });
  });
}

async function findForDecision(actor: Actor, id: string) {
  const row = await db.revisionProposal.findUnique({
    where: { id },
    select: {
      draftId: true,
      edits: true,
      kind: true,
      reason: true,
      note: true,
      state: true,
      proposedById: true,
      draft: { select: { title: true, audience: true, edits: true } },
    },
  });
  if (!row || !mayDecide(actor, readAudience(row.draft.audience), row.proposedById))
    throw new NotFound("proposal");
  if (row.state !== "open") throw decidedAlready();
  return { ...row, title: row.draft.title };
}

/** @throws Conflict for the later of two decisions */
async function close(
  tx: Tx,
  actor: Actor,
  id: string,
  { state, answer }: { state: "confirmed" | "declined" | "withdrawn"; answer: string | null },
): Promise<void> {
  const { count } = await tx.revisionProposal.updateMany({
    where: { id, state: "open" },
    data: { state, answer, openKey: null, decidedById: actor.personId, decidedAt: now() },
  });
  if (count !== 1) throw decidedAlready();
}

function decidedAlready(): Conflict {
  return new Conflict(
    "proposal-decided",
    "This proposal has been decided already. Look at the course again.",
  );
}
