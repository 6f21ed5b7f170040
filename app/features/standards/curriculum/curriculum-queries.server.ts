/** The curriculum as it is required today: two queries, however many duties there are. */
import { inForce } from "~/features/people/as-of.server";
import { may, type Actor } from "~/features/people/actor";
import { stepKind, stepSlug } from "~/features/certifications/certification-definition";
import { now } from "~/platform/clock.server";
import { db, type Prisma, sql, sqlList } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { type Curriculum, curriculumOf, type CurriculumRow, firstSteps, type Known } from "./curriculum";

/** @throws NotFound for who neither manages, audits nor administers */
export async function readCurriculum(actor: Actor): Promise<Curriculum> {
  if (!may(actor, "manager") && !may(actor, "auditor") && !may(actor, "admin")) throw new NotFound();
  const t = now();
  const rows = await db.$queryRaw<CurriculumRow[]>`
    SELECT role."id" AS "jobRoleId", role."name" AS "jobRoleName", duty."id" AS "dutyId",
           duty."title" AS "dutyTitle", duty."text", duty."details", duty."evidence",
           q."id" AS "requirementId", q."clause", q."why", q."dueDays",
           clause."number" AS "clauseNumber", clause."title" AS "clauseTitle",
           c."id" AS "certificationId", c."title" AS "certificationTitle", c."archivedAt", r."id" AS "revisionId", r."definition"
    FROM "JobRole" role
    JOIN "Accountability" duty ON duty."jobRoleId" = role."id" AND duty."retiredAt" IS NULL
    LEFT JOIN "Requirement" q ON q."jobRoleId" = role."id" AND q."accountabilityId" = duty."id"
      AND ${inForce(sql`q`, { effective: t, known: t })}
    LEFT JOIN "Certification" c ON c."id" = q."certificationId"
    LEFT JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    LEFT JOIN "Clause" clause ON clause."key" = q."clause"
    ORDER BY role."name", role."id", duty."position", duty."id", c."title", c."id", q."id"`;
  return { jobRoles: curriculumOf(rows, await findKnown(rows)) };
}

interface KnownRow {
  kind: "course" | "assessment" | "sign-off";
  slug: string;
  title: string;
  available: boolean | number;
}

async function findKnown(rows: readonly CurriculumRow[]): Promise<Known> {
  const steps = rows.flatMap(firstSteps).map(({ step }) => step);
  const slugs = (kind: string) => steps.filter((step) => stepKind(step) === kind).map(stepSlug);
  const found = await db.$queryRaw<KnownRow[]>`
    SELECT 'course' AS "kind", "slug", "title", ${OPEN} AS "available" FROM "Course"
    WHERE ${among(sql`"slug"`, slugs("course"))}
    UNION ALL
    SELECT 'assessment', "slug", "title", ${OPEN} FROM "Assessment"
    WHERE ${among(sql`"slug"`, slugs("assessment"))}
    UNION ALL
    SELECT 'sign-off', "id", "title", ${OPEN} FROM "Checklist" WHERE ${among(sql`"id"`, slugs("sign-off"))}`;
  return new Map(
    found.map(({ kind, slug, title, available }) => [
      `${kind} ${slug}`,
      { title, available: Boolean(available) },
    ]),
  );
}

const OPEN = sql`("currentRevisionId" IS NOT NULL AND "archivedAt" IS NULL)`;

function among(column: Prisma.Sql, slugs: readonly string[]): Prisma.Sql {
  return slugs.length > 0 ? sql`${column} IN (${sqlList([...new Set(slugs)])})` : sql`1 = 0`;
}
