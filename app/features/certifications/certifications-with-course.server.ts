import { db } from "~/platform/db/client.server";
import { readDefinition } from "./certification-definition";

/** The certifications that a course counts towards today, by title. */
export async function certificationsWithCourse(courseSlug: string): Promise<{ id: string; title: string }[]> {
  const revisions = await db.$queryRaw<{ id: string; definition: string }[]>`
    SELECT r."id", r."definition"
    FROM "Certification" c JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    WHERE c."archivedAt" IS NULL
    ORDER BY c."title", c."id"`;
  return revisions
    .map(({ id, definition }) => readDefinition(id, definition))
    .filter(({ requirements }) => requirements.some((step) => "course" in step && step.course === courseSlug))
    .map(({ id, title }) => ({ id, title }));
}
