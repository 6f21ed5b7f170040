/**
 * Certification rules as SQL, so that a page walks people in order and stops when it is full. The rules themselves are
 * in certifications/certification-rules.ts; a test compares the two over random histories.
 */
import { awardAsOf } from "~/features/certifications/award-sql.server";
import { employed, inForce } from "~/features/people/as-of.server";
import type { AsOf } from "~/features/certifications/certification-rules";
import { sql, type Prisma } from "~/platform/db/client.server";
import type { CertifiedView } from "./certified-question";

/** The award that person p held at `effective`, as known at `known`; of several the one that lasts longest. */
export function awardHeld(certificationId: string, asOf: AsOf): Prisma.Sql {
  const { correction, validUntil, isValid } = awardAsOf(asOf);
  return sql`(
    SELECT a."id" FROM "Award" a ${correction}
    WHERE a."personId" = p."id" AND a."certificationId" = ${certificationId} AND ${isValid}
    ORDER BY CASE WHEN ${validUntil} IS NULL THEN 0 ELSE 1 END, ${validUntil} DESC, a."id" DESC
    LIMIT 1)`;
}

/** Person p held a job role whose duties required the certification. */
function required(certificationId: string, asOf: AsOf): Prisma.Sql {
  return sql`EXISTS (
    SELECT 1 FROM "Assignment" held JOIN "Requirement" q ON q."jobRoleId" = held."jobRoleId"
    WHERE held."personId" = p."id" AND held."kind" = 'job-role' AND q."certificationId" = ${certificationId}
      AND ${inForce(sql`held`, asOf)} AND ${inForce(sql`q`, asOf)})`;
}

export interface AskedCertification {
  readonly id: string;
  /** Certifications of which any counts as this one where it is required. */
  readonly equivalents: readonly string[];
}

/** Which people p a view lists. */
export function inView(view: CertifiedView, { id, equivalents }: AskedCertification, asOf: AsOf): Prisma.Sql {
  if (view === "certified") return sql`${employed(asOf)} AND ${awardHeld(id, asOf)} IS NOT NULL`;
  return [id, ...equivalents].reduce(
    (all, counting) => sql`${all} AND ${awardHeld(counting, asOf)} IS NULL`,
    sql`${employed(asOf)} AND ${required(id, asOf)}`,
  );
}
