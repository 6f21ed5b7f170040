import type { Actor } from "~/features/people/actor";
import { hasHappened, recordLeaving, type LeavingInput } from "~/features/people/record-leaving.server";
import { transaction } from "~/platform/db/client.server";
import { voidLinks } from "./auth-links.server";
import { sessions } from "./sessions.server";

/** The person leaves. Once the last day is over, or when it is today, every session ends with the same commit. */
export async function markLeaver(actor: Actor, input: LeavingInput): Promise<void> {
  await transaction(async (tx) => {
    const leftAt = await recordLeaving(tx, actor, input);
    if (!hasHappened(leftAt)) return;
    await sessions(tx).invalidateUserSessions(input.personId);
    await voidLinks(tx, input.personId);
  });
}
