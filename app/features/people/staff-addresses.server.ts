/** Addresses of those who decide something about a person. */
import { employed, inForce } from "./as-of.server";
import { now } from "~/platform/clock.server";
import { sql, sqlList, type Prisma, type Tx } from "~/platform/db/client.server";

const MOST = 20;

/** Who may be the second person for something about the holder: administrators and who manages their team. */
export function deciderAddresses(tx: Tx, holderId: string, exceptIds: readonly string[]): Promise<string[]> {
  return addresses(tx, [holderId, ...exceptIds], sql`(${administering()} OR ${managing(holderId)})`);
}

/** Who manages the holder; the administrators where nobody does. */
export async function reviewerAddresses(tx: Tx, holderId: string): Promise<string[]> {
  const managers = await managerAddresses(tx, holderId);
  return managers.length > 0 ? managers : administratorAddresses(tx, holderId);
}

export function managerAddresses(tx: Tx, holderId: string): Promise<string[]> {
  return addresses(tx, [holderId], managing(holderId));
}

export function administratorAddresses(tx: Tx, exceptId: string): Promise<string[]> {
  return addresses(tx, [exceptId], administering());
}

function administering(): Prisma.Sql {
  return sql`(held."kind" = 'access' AND held."access" = 'admin')`;
}

/** Who leads the holder's team and has the access that it takes to do something about it. */
function managing(holderId: string): Prisma.Sql {
  return sql`(held."kind" = 'team-manager' AND held."teamId" IN (
    SELECT member."teamId" FROM "Assignment" member
    WHERE member."personId" = ${holderId} AND member."kind" = 'team-member' AND ${inForce(sql`member`, today())})
    AND EXISTS (SELECT 1 FROM "Assignment" access WHERE access."personId" = p."id" AND access."kind" = 'access'
      AND access."access" = 'manager' AND ${inForce(sql`access`, today())}))`;
}

async function addresses(tx: Tx, exceptIds: readonly string[], holding: Prisma.Sql): Promise<string[]> {
  const rows = await tx.$queryRaw<{ email: string }[]>`
    SELECT DISTINCT p."email" FROM "Person" p
    JOIN "Assignment" held ON held."personId" = p."id" AND ${inForce(sql`held`, today())}
    WHERE p."id" NOT IN (${sqlList([...exceptIds])}) AND ${employed(today())} AND ${holding}
    ORDER BY p."email" LIMIT ${MOST}`;
  return rows.map(({ email }) => email);
}

function today() {
  const t = now();
  return { effective: t, known: t };
}
