/**
 * PostgreSQL lets two transactions read the same rows and both write. Touching a row first makes the second one wait
 * and then see what the first has written. SQLite runs one writing transaction at a time anyway.
 */
import type { Tx } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { now } from "~/platform/clock.server";

/** From here to the end of the transaction no one else changes what this person holds. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  const found = await tx.$executeRaw`UPDATE "Person" SET "name" = "name" WHERE "id" = ${personId}`;
  if (found === 0) throw new NotFound("person");
}

/** From here to the end of the transaction no one else takes an administrator's access away. */
export async function lockAdministrators(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Assignment" SET "reason" = "reason"
    WHERE "kind" = 'access' AND "access" = 'admin' AND "supersededAt" IS NULL`;
}

/** @throws Conflict when what has been written so far leaves no one who can sign in and administer */
export async function requireAnAdministrator(tx: Tx): Promise<void> {
  const remaining = await tx.assignment.findFirst({
    where: {
      kind: "access",
      access: "admin",
      supersededAt: null,
      heldUntil: null,
      heldFrom: { lte: now() },
      person: { leftAt: null, credential: { isNot: null } },
    },
    select: { id: true },
  });
  if (remaining) return;
  throw new Conflict(
    "last-administrator",
    "This is the last person who can administer the portal. Give someone else administrator access first, and let them set their password.",
  );
}
