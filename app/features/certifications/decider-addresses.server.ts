import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { sql, sqlList, type Tx } from "~/platform/db/client.server";
import { employed } from "./certification-facts.server";

const MOST = 20;

/** Who may be the second person for something about the holder: administrators and who manages their team. */
export async function deciderAddresses(
  tx: Tx,
  holderId: string,
  exceptIds: readonly string[],
): Promise<string[]> {
  const t = now();
  const today = { effective: t, known: t };
  const rows = await tx.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT p."email" FROM "Person" p
    JOIN "Assignment" held ON held."personId" = p."id" AND ${inForce(sql`held`, today)}
    WHERE p."id" NOT IN (${sqlList([holderId, ...exceptIds])}) AND ${employed(today)}
      AND ((held."kind" = 'access' AND held."access" = 'admin')
        OR (held."kind" = 'team-manager' AND held."teamId" IN (
          SELECT member."teamId" FROM "Assignment" member
          WHERE member."personId" = ${holderId} AND member."kind" = 'team-member' AND ${inForce(sql`member`, today)})))
    ORDER BY p."email" LIMIT ${MOST}`;
  return rows.map(({ email }) => email);
}
