import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { forgive, limit, type Limit } from "~/platform/rate-limit.server";
import { voidLinks } from "./auth-links.server";
import { passwordChangedMail } from "./link-mail";
import { verifyPassword } from "./password-hash.server";
import { sessions } from "./sessions.server";
import { hashNewPassword } from "./write-credential.server";

const TRIES: Limit = {
  points: 10,
  seconds: 900,
  message: "There were too many tries. Wait a quarter of an hour.",
};

export interface ChangePassword {
  currentPassword: string;
  password: string;
  userAgent: string;
}

/** Ends every session, this one too, and begins a new one. @returns the secret for its cookie */
export async function changePassword(
  actor: Actor,
  { currentPassword, password, userAgent }: ChangePassword,
): Promise<string> {
  await limit("change-password", actor.personId, TRIES);
  const credential = await db.credential.findUnique({
    where: { personId: actor.personId },
    select: { passwordHash: true },
  });
  if (!(await verifyPassword(credential?.passwordHash, currentPassword))) {
    const message = "This is not your current password.";
    throw new Invalid("wrong-password", message, { currentPassword: [message] });
  }
  const passwordHash = await hashNewPassword(password, actor);
  const secret = await transaction(async (tx) => {
    /* Two tabs at once: the second would otherwise undo what the first was told. */
    const changed = await tx.credential.updateMany({
      where: { personId: actor.personId, passwordHash: credential?.passwordHash ?? "" },
      data: { passwordHash, changedAt: now() },
    });
    if (changed.count !== 1)
      throw new Conflict("password-changed", "Your password was changed in the meantime. Sign in again.");
    await voidLinks(tx, actor.personId);
    const store = sessions(tx);
    await store.invalidateUserSessions(actor.personId);
    await enqueue(tx, "email", { to: actor.email, ...passwordChangedMail(actor.name) });
    return (await store.createSession(actor.personId, { userAgent })).id;
  });
  await forgive("change-password", actor.personId, TRIES);
  return secret;
}
