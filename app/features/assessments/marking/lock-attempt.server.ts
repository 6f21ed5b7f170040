import { provider, type Tx } from "~/platform/db/client.server";

/**
 * From here to the end of the transaction nobody else marks the attempt, asks for more marking or decides an appeal to
 * it: what is read afterwards is all there is. A submitted attempt refuses to be changed, so the row is locked by
 * reading it. SQLite runs one writing transaction at a time anyway.
 */
export async function lockAttempt(tx: Tx, attemptId: string): Promise<void> {
  if (provider === "postgresql")
    await tx.$queryRaw`SELECT 1 AS "locked" FROM "Attempt" WHERE "id" = ${attemptId} FOR UPDATE`;
}
