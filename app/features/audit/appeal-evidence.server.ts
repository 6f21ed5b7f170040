import { z } from "zod";
import { db } from "~/platform/db/client.server";
import type { AppealEvidence } from "./record-evidence";

const appealDocument = z.object({
  appealId: z.string(),
  attemptId: z.string(),
  position: z.number().int().nullable(),
  /** Of the filing: the hash of what was objected. */
  grounds: z.string().optional(),
  decision: z.enum(["upheld", "rejected", "withdrawn"]).optional(),
  remedy: z.string().nullable().optional(),
});

const MOST_RECORDS = 50;

/** What an appeal was about and came to, with every record of the attempt. @throws ZodError */
export async function appealEvidence(personId: string, document: unknown): Promise<AppealEvidence> {
  const { attemptId, position, grounds, decision, remedy } = appealDocument.parse(document);
  const records = await db.evidenceRecord.findMany({
    where: { personId, document: { contains: attemptId } },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    take: MOST_RECORDS,
    select: { id: true, kind: true, outcome: true, occurredAt: true, reason: true },
  });
  return {
    kind: "appeal",
    position,
    groundsHash: grounds ?? null,
    decision: decision ?? null,
    remedy: remedy ?? null,
    records: records.map(({ id, ...record }) => ({ recordId: id, ...record })),
  };
}
