import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { readAudience } from "../audience-words";
import { mayDecide } from "./second-person.server";

export interface OpenProposal {
  readonly id: string;
  readonly kind: string;
  readonly reason: string;
  readonly note: string;
  readonly proposedAt: Date;
  readonly proposedById: string;
  readonly proposedBy: string;
  readonly mine: boolean;
  /** The state of the draft that is proposed. */
  readonly edits: number;
  /** The draft was edited since: it can only be withdrawn or proposed anew. */
  readonly outdated: boolean;
}

/** The one that waits for a second person; null for who neither made it nor may decide it. */
export async function openProposal(actor: Actor, draftId: string): Promise<OpenProposal | null> {
  const row = await db.revisionProposal.findUnique({
    where: { openKey: draftId },
    select: {
      id: true,
      kind: true,
      reason: true,
      note: true,
      edits: true,
      proposedAt: true,
      proposedById: true,
      draft: { select: { audience: true, edits: true } },
    },
  });
  if (!row) return null;
  const { draft, ...proposal } = row;
  const mine = row.proposedById === actor.personId;
  if (!mine && !mayDecide(actor, readAudience(draft.audience), row.proposedById)) return null;
  const { name } = await db.person.findUniqueOrThrow({
    where: { id: row.proposedById },
    select: { name: true },
  });
  return { ...proposal, proposedBy: name, mine, outdated: row.edits !== draft.edits };
}
