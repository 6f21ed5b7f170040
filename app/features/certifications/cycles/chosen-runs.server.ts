import { db } from "~/platform/db/client.server";
import { type CertificationDefinition, readDefinition } from "../certification-definition";

/** What a person has set out to earn by choice and not earned yet, in the order in which they did. */
export async function chosenRuns(personId: string): Promise<CertificationDefinition[]> {
  const rows = await db.$queryRaw<{ id: string; definition: string }[]>`
    SELECT r."id", r."definition"
    FROM "Cycle" cy
    JOIN "Certification" c ON c."id" = cy."certificationId"
    JOIN "CertificationRevision" r ON r."id" = c."currentRevisionId"
    WHERE cy."personId" = ${personId} AND cy."cause" = 'chosen' AND c."archivedAt" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "Award" a WHERE a."cycleId" = cy."id")
      AND NOT EXISTS (SELECT 1 FROM "CycleEnd" done WHERE done."cycleId" = cy."id")
    ORDER BY cy."id"`;
  return rows.map(({ id, definition }) => readDefinition(id, definition));
}
