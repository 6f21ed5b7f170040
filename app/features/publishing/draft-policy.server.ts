/** Whose drafts an actor may see and change: their own, as long as they are a manager. */
import { may, type Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import type { Prisma, Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";

/** @throws NotFound */
export function draftsOf(actor: Actor) {
  if (!may(actor, "manager")) throw new NotFound();
  return { ownerId: actor.personId } satisfies Prisma.DraftWhereInput;
}

/**
 * Counts an edit of one's own draft. First in every command that changes one: its lock keeps the draft's other
 * changes and its publication apart.
 * @throws NotFound
 */
export async function countEdit(tx: Tx, actor: Actor, draftId: string): Promise<void> {
  const { count } = await tx.draft.updateMany({
    where: { ...draftsOf(actor), id: draftId },
    data: { edits: { increment: 1 }, updatedAt: now() },
  });
  if (count !== 1) throw new NotFound("draft");
}
