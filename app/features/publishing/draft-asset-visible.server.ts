import { may, type Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { draftsOf } from "./draft-policy.server";

/** Whether the file belongs to a draft of the actor's, so that they see it before it is published. */
export async function draftAssetVisibleTo(actor: Actor, hash: string): Promise<boolean> {
  if (!may(actor, "manager")) return false;
  const found = await db.draftAsset.findFirst({
    where: { hash, draft: draftsOf(actor) },
    select: { name: true },
  });
  return found !== null;
}
