import { z } from "zod";
import { sqlList, type db, type Tx } from "~/platform/db/client.server";

const putEvidence = z.array(
  z.object({ kind: z.string(), slug: z.string(), at: z.string(), record: z.string() }),
);
export type PutEvidence = z.output<typeof putEvidence>[number];

export function readEvidence(text: string): PutEvidence[] {
  return putEvidence.parse(JSON.parse(text));
}

/**
 * Who trained or examined: whoever published a course that is part of the evidence or has it in hand, marked a test,
 * signed off or checked. They are the actors of the records, beside the person.
 */
export async function involvedIn(
  reader: typeof db | Tx,
  evidence: readonly PutEvidence[],
): Promise<Set<string>> {
  if (evidence.length === 0) return new Set();
  const rows = await reader.$queryRaw<{ id: string | null }[]>`
    SELECT r."actorId" AS "id" FROM "EvidenceRecord" r
    WHERE r."id" IN (${sqlList(evidence.map(({ record }) => record))}) AND r."actorId" <> r."personId"
    UNION
    SELECT revision."publishedById" FROM "EvidenceRecord" r
    JOIN "CourseCompletion" done ON done."courseId" = r."courseId" AND done."personId" = r."personId"
      AND done."completedAt" = r."occurredAt"
    JOIN "CourseRevision" revision ON revision."id" = done."revisionId"
    WHERE r."id" IN (${sqlList(evidence.map(({ record }) => record))})
    UNION
    SELECT c."ownerId" FROM "EvidenceRecord" r JOIN "Course" c ON c."id" = r."courseId"
    WHERE r."id" IN (${sqlList(evidence.map(({ record }) => record))})`;
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
