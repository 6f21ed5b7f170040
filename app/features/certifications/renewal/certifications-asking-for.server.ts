import { db, type Tx } from "~/platform/db/client.server";
import { readDefinition } from "../certification-definition";
import { stepPlaces } from "../step-places";

/** Certifications in which the course is a step, at first or at a renewal, now or from a day that is set. */
export async function certificationsAskingFor(
  courseSlug: string,
  client: typeof db | Tx = db,
): Promise<{ id: string; title: string; ends: boolean }[]> {
  const asking = (await rulesToCome(client)).filter(({ rules }) =>
    stepPlaces(rules).some(({ step }) => "course" in step && step.course === courseSlug),
  );
  return [
    ...new Map(
      asking.map(({ id, title, rules }) => [id, { id, title, ends: rules.validity !== undefined }]),
    ).values(),
  ];
}

/** Addresses of the tests that are steps, whether there are such tests or not. */
export async function testsAskedFor(client: typeof db | Tx = db): Promise<ReadonlySet<string>> {
  const steps = (await rulesToCome(client)).flatMap(({ rules }) => stepPlaces(rules));
  return new Set(steps.flatMap(({ step }) => ("assessment" in step ? step.assessment : [])));
}

/** What certifications ask for now, and from a day that is set. */
async function rulesToCome(client: typeof db | Tx) {
  const rows = await client.$queryRaw<
    { id: string; title: string; revisionId: string; definition: string }[]
  >`
    SELECT c."id", c."title", r."id" AS "revisionId", r."definition"
    FROM "Certification" c
    JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId" OR r."id" = c."nextRevisionId"
    WHERE c."archivedAt" IS NULL ORDER BY c."title", c."id"`;
  return rows.map(({ revisionId, definition, ...row }) => ({
    ...row,
    rules: readDefinition(revisionId, definition),
  }));
}
