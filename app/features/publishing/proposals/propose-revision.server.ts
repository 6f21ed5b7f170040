/** More than an editorial revision of what people are certified on takes two: one proposes it, another confirms or declines it. */
import type { Actor } from "~/features/people/actor";
import { administratorAddresses } from "~/features/people/staff-addresses.server";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { env } from "~/platform/env.server";
import { Conflict, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { draftsOf } from "../draft-policy.server";
import { prepareRevision, type PublishRequest } from "../publish-draft.server";

/**
 * What is in force stays so until somebody else has confirmed the revision. An earlier proposal that the draft has left
 * behind gives way to this one.
 * @returns the id of the proposal
 * @throws what publishing throws; Conflict when one is open already
 */
export async function proposeRevision(actor: Actor, request: PublishRequest): Promise<string> {
  const { draft, said, words } = await prepareRevision(actor, request);
  if (!said) throw new Conflict("first-revision", "The first revision of a course needs no second person.");
  const id = newId();
  const proposedAt = now();
  try {
    return await transaction(async (tx) => {
      const { count } = await tx.draft.updateMany({
        where: { ...draftsOf(actor), id: draft.id, edits: request.edits },
        data: { updatedAt: proposedAt },
      });
      if (count !== 1) throw new NotFound("draft");
      await tx.revisionProposal.updateMany({
        where: { draftId: draft.id, state: "open", edits: { not: request.edits } },
        data: { state: "outdated", openKey: null, decidedAt: proposedAt },
      });
      await tx.revisionProposal.create({
        data: {
          id,
          draftId: draft.id,
          edits: request.edits,
          kind: said.kind,
          reason: said.reason,
          note: words,
          proposedById: actor.personId,
          proposedAt,
          state: "open",
          openKey: draft.id,
        },
        select: { id: true },
      });
      for (const to of await administratorAddresses(tx, actor.personId))
        await enqueue(tx, "email", { to, ...askedToDecide(draft, actor.name, said) });
      return id;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict("proposal-open", "This revision is proposed already and waits for a second person.");
  }
}

function askedToDecide(
  draft: { id: string; title: string },
  by: string,
  { kind, reason }: { kind: string; reason: string },
) {
  return {
    subject: `A second person is needed: ${kind} revision of ${draft.title}`,
    text: [
      `${by} proposes a revision of the course ${draft.title}, on which people are certified: ${kind}. The reason given:`,
      reason,
      `The revision before stays in force until somebody else has confirmed this one. Confirm or decline it here:\n${env.BASE_URL}/studio/${draft.id}/publish`,
    ].join("\n\n"),
  };
}
