import { inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { sql, type Prisma, type Tx } from "~/platform/db/client.server";
import { employed } from "../certification-facts.server";

const MOST = 20;

/** Who manages the holder; the administrators where nobody does. */
export async function reviewerAddresses(tx: Tx, holderId: string): Promise<string[]> {
  const managers = await addresses(
    tx,
    holderId,
    sql`held."kind" = 'team-manager' AND held."teamId" IN (
      SELECT member."teamId" FROM "Assignment" member
      WHERE member."personId" = ${holderId} AND member."kind" = 'team-member' AND ${inForce(sql`member`, today())})`,
  );
  return managers.length > 0 ? managers : administratorAddresses(tx, holderId);
}

export function administratorAddresses(tx: Tx, exceptId: string): Promise<string[]> {
  return addresses(tx, exceptId, sql`held."kind" = 'access' AND held."access" = 'admin'`);
}

async function addresses(tx: Tx, exceptId: string, holding: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT p."email" FROM "Person" p
    JOIN "Assignment" held ON held."personId" = p."id" AND ${inForce(sql`held`, today())}
    WHERE p."id" <> ${exceptId} AND ${employed(today())} AND ${holding}
    ORDER BY p."email" LIMIT ${MOST}`;
  return rows.map(({ email }) => email);
}

function today() {
  return { effective: now(), known: now() };
}
