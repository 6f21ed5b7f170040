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
 * Who trained or examined: whoever published a course that is part of the evidence or has it in hand, owns or marked a
 * test, observed, or checked a certificate. Beside those whom the rows name, they are the actors of the records.
 */
export async function involvedIn(
  reader: typeof db | Tx,
  evidence: readonly PutEvidence[],
): Promise<Set<string>> {
  if (evidence.length === 0) return new Set();
  const these = sqlList(evidence.map(({ record }) => record));
  const rows = await reader.$queryRaw<{ id: string | null }[]>`
    SELECT r."actorId" AS "id" FROM "EvidenceRecord" r WHERE r."id" IN (${these}) AND r."actorId" <> r."personId"
    UNION
    SELECT revision."publishedById" FROM "EvidenceRecord" r
    JOIN "CourseCompletion" done ON done."courseId" = r."courseId" AND done."personId" = r."personId"
      AND done."completedAt" = r."occurredAt"
    JOIN "CourseRevision" revision ON revision."id" = done."revisionId"
    WHERE r."id" IN (${these})
    UNION
    SELECT c."ownerId" FROM "EvidenceRecord" r JOIN "Course" c ON c."id" = r."courseId" WHERE r."id" IN (${these})
    UNION
    SELECT a."ownerId" FROM "EvidenceRecord" r JOIN "Assessment" a ON a."id" = r."assessmentId" WHERE r."id" IN (${these})
    UNION
    SELECT m."markerId" FROM "AttemptResult" result JOIN "Marking" m ON m."attemptId" = result."attemptId"
    WHERE result."id" IN (${these})
    UNION
    SELECT s."observerId" FROM "SignOff" s WHERE s."recordId" IN (${these})
    UNION
    SELECT s."completedById" FROM "SignOff" s WHERE s."recordId" IN (${these})
    UNION
    SELECT m."savedById" FROM "SignOff" s JOIN "SignOffMark" m ON m."signOffId" = s."id" WHERE s."recordId" IN (${these})`;
  return new Set(rows.flatMap(({ id }) => id ?? []));
}
