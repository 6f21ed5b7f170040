import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { hashPassword } from "./password-hash.server";
import { passwordProblem, type PasswordOwner } from "./password-rules";

/** Hashing takes long, so it is done before the transaction that stores the result. @throws Invalid */
export async function hashNewPassword(password: string, owner: PasswordOwner): Promise<string> {
  const problem = passwordProblem(password, owner);
  if (problem) throw new Invalid("weak-password", problem, { password: [problem] });
  return hashPassword(password);
}

export async function writeCredential(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  const data = { passwordHash, changedAt: now() };
  await tx.credential.upsert({
    where: { personId },
    update: data,
    create: { personId, ...data },
    select: { personId: true },
  });
}
