import { may, type Actor } from "~/features/people/actor";
import { db, sql } from "~/platform/db/client.server";
import { decidableBy } from "../appeals/appeal-policy.server";
import { waitsForMarkBy } from "../marking/marking-queue.server";
import { COUNTED, type WorkWaiting } from "./work-waiting";

/** What the actor may mark and decide, whoever runs the test: one query, which stops counting. Null for whom it is not. */
export async function workWaiting(actor: Actor): Promise<WorkWaiting | null> {
  if (!may(actor, "manager") && !may(actor, "admin")) return null;
  const [row] = await db.$queryRaw<{ toMark: number | bigint; toDecide: number | bigint }[]>(sql`
    SELECT
      (SELECT COUNT(*) FROM (
        SELECT 1 FROM "Attempt" a WHERE ${waitsForMarkBy(actor)} LIMIT ${COUNTED}) AS marks) AS "toMark",
      (SELECT COUNT(*) FROM (
        SELECT 1 FROM "Appeal" p WHERE p."state" = 'open' AND ${decidableBy(actor)} LIMIT ${COUNTED}) AS appeals
      ) AS "toDecide"`);
  return { toMark: Number(row!.toMark), toDecide: Number(row!.toDecide) };
}
