import { may, type Actor } from "~/features/people/actor";
import { db, sql, type Prisma } from "~/platform/db/client.server";
import { decidableBy } from "../appeals/appeal-policy.server";
import { waitsForMarkBy } from "../marking/marking-queue.server";
import { COUNTED, type WorkWaiting } from "./work-waiting";

/** What the actor may mark and decide, whoever runs the test: one query, which stops counting. Null for whom it is not. */
export async function workWaiting(actor: Actor): Promise<WorkWaiting | null> {
  if (!may(actor, "manager") && !may(actor, "admin")) return null;
  const [row] = await db.$queryRaw<{ toMark: number | bigint; toDecide: number | bigint }[]>(
    sql`SELECT ${workColumns(actor)}`,
  );
  return { toMark: Number(row!.toMark), toDecide: Number(row!.toDecide) };
}

/** The same as columns, for a page that asks for more with one query. */
export function workColumns(actor: Actor): Prisma.Sql {
  if (!may(actor, "manager") && !may(actor, "admin")) return sql`0 AS "toMark", 0 AS "toDecide"`;
  return sql`
    (SELECT COUNT(*) FROM (
      SELECT 1 FROM "Attempt" a WHERE ${waitsForMarkBy(actor)} LIMIT ${COUNTED}) AS marks) AS "toMark",
    (SELECT COUNT(*) FROM (
      SELECT 1 FROM "Appeal" p WHERE p."state" = 'open' AND ${decidableBy(actor)} LIMIT ${COUNTED}) AS appeals
    ) AS "toDecide"`;
}
