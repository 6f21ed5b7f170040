import { employed, inForce, type AsOf } from "~/features/people/as-of.server";
import { db, sql, sqlList } from "~/platform/db/client.server";

interface LedPerson {
  readonly managerId: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly personId: string;
  readonly name: string;
}

/** Whom these people lead, by team. Only who may look at teams is told of them; oneself one is told of as a person. */
export async function ledPeople(managerIds: readonly string[], asOf: AsOf): Promise<LedPerson[]> {
  if (managerIds.length === 0) return [];
  return db.$queryRaw<LedPerson[]>(sql`
    SELECT lead."personId" AS "managerId", team."id" AS "teamId", team."name" AS "teamName",
           p."id" AS "personId", p."name"
    FROM "Assignment" lead
    JOIN "Team" team ON team."id" = lead."teamId"
    JOIN "Assignment" member ON member."teamId" = team."id" AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, asOf)}
    JOIN "Person" p ON p."id" = member."personId" AND ${employed(asOf)}
    WHERE lead."personId" IN (${sqlList([...managerIds])}) AND lead."kind" = 'team-manager'
      AND ${inForce(sql`lead`, asOf)} AND p."id" <> lead."personId"
      AND EXISTS (SELECT 1 FROM "Assignment" may WHERE may."personId" = lead."personId"
        AND may."kind" = 'access' AND may."access" = 'manager' AND ${inForce(sql`may`, asOf)})
    ORDER BY team."name", team."id", p."foldedName", p."id"`);
}
