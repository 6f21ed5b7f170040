/** People whom a revision of a course can touch: who completed it, is in the middle of it, or is certified on it. */
import { employed, inForce } from "~/features/people/as-of.server";
import { now } from "~/platform/clock.server";
import { type Prisma, sql, sqlList } from "~/platform/db/client.server";
import { awardAsOf } from "../award-sql.server";
import type { AsOf } from "../certification-rules";

/** One row a person who is here: `who`, with the revision they completed last and whether they are certified. */
export function touchedRows(courseId: string, certificationIds: readonly string[]): Prisma.Sql {
  const t = now();
  const today = { effective: t, known: t };
  return sql`
    SELECT p."id", p."name", p."foldedName", COALESCE(t."name" || ', ' || region."name", '') AS "team",
           (SELECT done."revisionId" FROM "CourseCompletion" done
            WHERE done."courseId" = ${courseId} AND done."personId" = p."id"
            ORDER BY done."completedAt" DESC, done."id" DESC LIMIT 1) AS "completed",
           CASE WHEN ${isCertified(certificationIds, today)} THEN 1 ELSE 0 END AS "certified"
    FROM "Person" p
    LEFT JOIN "Assignment" member ON member."personId" = p."id" AND member."kind" = 'team-member'
      AND ${inForce(sql`member`, today)}
    LEFT JOIN "Team" t ON t."id" = member."teamId"
    LEFT JOIN "Region" region ON region."id" = t."regionId"
    WHERE ${employed(today)} AND (
      p."id" IN (SELECT done."personId" FROM "CourseCompletion" done WHERE done."courseId" = ${courseId})
      OR p."id" IN (SELECT e."personId" FROM "Enrolment" e WHERE e."courseId" = ${courseId})
      OR ${isCertified(certificationIds, today)})`;
}

/** Person p holds an award of one of them that counts at the moment. */
function isCertified(certificationIds: readonly string[], today: AsOf): Prisma.Sql {
  if (certificationIds.length === 0) return sql`1 = 0`;
  const { correction, isValid } = awardAsOf(today);
  return sql`EXISTS (
    SELECT 1 FROM "Award" a ${correction}
    WHERE a."personId" = p."id" AND a."certificationId" IN (${sqlList([...certificationIds])}) AND ${isValid})`;
}
