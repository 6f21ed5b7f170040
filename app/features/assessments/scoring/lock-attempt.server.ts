import { provider, type Tx } from "~/platform/db/client.server";

/**
 * Whoever adds a result to a submitted attempt takes it first: then no two work out a result from different facts and
 * the staler one is recorded last. SQLite has one writer at a time.
 */
export async function lockAttempt(tx: Tx, attemptId: string): Promise<void> {
  if (provider === "postgresql")
    await tx.$queryRaw`SELECT "id" FROM "Attempt" WHERE "id" = ${attemptId} FOR NO KEY UPDATE`;
}
