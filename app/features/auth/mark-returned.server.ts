import type { Actor } from "~/features/people/actor";
import { recordReturn, type ReturnInput } from "~/features/people/record-return.server";
import { transaction } from "~/platform/db/client.server";
import { enqueue } from "~/platform/outbox.server";
import { voidLinks } from "./auth-links.server";
import { sessions } from "./sessions.server";

/**
 * The person is back, or stays. A leaving that was planned ahead had left sessions and links, which must not come back with
 * whoever was gone.
 */
export async function markReturned(actor: Actor, input: ReturnInput): Promise<{ stays: boolean }> {
  return transaction(async (tx) => {
    const { stays } = await recordReturn(tx, actor, input);
    if (!stays) {
      await sessions(tx).invalidateUserSessions(input.personId);
      await voidLinks(tx, input.personId);
    }
    /* To who has left nothing is awarded, also not for what they did before. */
    await enqueue(tx, "evidence-recorded", { personId: input.personId });
    return { stays };
  });
}
