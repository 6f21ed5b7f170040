import type { Actor } from "~/features/people/actor";
import { db, sql, type Prisma, type Tx } from "~/platform/db/client.server";
import { requireOffice } from "../office/office-policy.server";

export interface InvigilatedTest {
  readonly id: string;
  readonly title: string;
}

/** Canonical JSON has no spaces, and within a text the quotes would be escaped. */
const MARK = '%"invigilated":true%';

/** Tests in force that ask for an invigilator, by title. */
export async function invigilatedTests(actor: Actor): Promise<InvigilatedTest[]> {
  requireOffice(actor);
  return find(db, sql``);
}

/** Takes the test's row until the transaction ends, so that two rooms are not given the same code and nobody opens two. */
export async function lockInvigilatedTest(tx: Tx, assessmentId: string): Promise<InvigilatedTest | null> {
  await tx.$executeRaw`UPDATE "Assessment" SET "title" = "title" WHERE "id" = ${assessmentId}`;
  return (await find(tx, sql`AND a."id" = ${assessmentId}`))[0] ?? null;
}

function find(reader: typeof db | Tx, only: Prisma.Sql): Promise<InvigilatedTest[]> {
  return reader.$queryRaw<InvigilatedTest[]>`
    SELECT a."id", a."title" FROM "Assessment" a
    JOIN "AssessmentRevision" r ON r."id" = a."currentRevisionId"
    WHERE a."archivedAt" IS NULL AND r."blueprint" LIKE ${MARK} ${only}
    ORDER BY a."title", a."id"`;
}
