import { access, constants } from "node:fs/promises";
import { db } from "./db/client.server";
import { env } from "./env.server";

export type Readiness = Record<"database" | "storage", "ok" | "failing">;

/** Whether this process can serve now: the database answers and the data folder can be written. */
export async function readiness(): Promise<Readiness> {
  const ok = (check: Promise<unknown>) => check.then(() => "ok" as const).catch(() => "failing" as const);
  const [database, storage] = await Promise.all([
    ok(db.$queryRaw`SELECT 1`),
    ok(access(env.DATA_DIR, constants.R_OK | constants.W_OK)),
  ]);
  return { database, storage };
}
