import { z } from "zod";
import { db } from "~/platform/db/client.server";
import type { AwardEvidence, AwardHistory, PinnedHash, RestsOn } from "./record-evidence";

const grantDocument = z.object({
  code: z.string(),
  holderName: z.string(),
  certification: z.string(),
  certificationRevision: z.string(),
  cycle: z.number(),
  requirementsInForce: z.array(
    z.object({
      accountability: z.string(),
      /** Absent in records of the first version. */
      title: z.string().optional(),
      clause: z.string().nullable(),
    }),
  ),
  evidence: z.array(z.object({ slug: z.string(), record: z.string().nullable() })),
});

const eventDocument = z.object({ confirmedBy: z.string().optional() });

interface OfAward {
  readonly id: string;
  readonly kind: string;
  readonly awardId: string;
  readonly occurredAt: Date;
}

/**
 * What an award rests on and what became of it; for a revocation or another event, of the award that it changed.
 * @throws ZodError when the award's own document cannot be read
 */
export async function awardEvidence(
  record: OfAward,
): Promise<{ proof: AwardEvidence; pinned: PinnedHash[] }> {
  const records = await db.evidenceRecord.findMany({
    where: { awardId: record.awardId },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      outcome: true,
      occurredAt: true,
      recordedAt: true,
      reason: true,
      document: true,
      actorId: true,
    },
  });
  const seconds = new Map(records.map(({ id, document }) => [id, secondPerson(document)]));
  const people = await db.person.findMany({
    where: { id: { in: [...records.flatMap(({ actorId }) => actorId ?? []), ...seconds.values()] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const granted = records.find(({ kind }) => kind === "award-granted");
  const grant = grantDocument.parse(JSON.parse(granted?.document ?? "null"));
  const restsOn = await findRecords(grant.evidence.flatMap(({ record: id }) => id ?? []));
  const { code, holderName, certification, cycle } = grant;
  return {
    proof: {
      kind: "award",
      awardId: record.awardId,
      code,
      holderName,
      certification,
      cycle,
      event: record.kind === "award-granted" ? null : { kind: record.kind, effectiveAt: record.occurredAt },
      restsOn,
      requiredFor: grant.requirementsInForce.map(({ accountability, title, clause }) => ({
        accountability: title ?? accountability,
        clause,
      })),
      history: records.map(
        ({ id: recordId, kind, outcome, occurredAt, recordedAt, reason, actorId }): AwardHistory => ({
          actorName: names.get(actorId ?? "") ?? null,
          confirmedByName: names.get(seconds.get(recordId)!) ?? null,
          recordId,
          kind,
          outcome,
          occurredAt,
          recordedAt,
          reason,
        }),
      ),
    },
    pinned: [{ what: "Certification revision", hash: grant.certificationRevision }],
  };
}

/** Empty where one person decided, and in a document that cannot be read: the page says so of that one. */
function secondPerson(document: string): string {
  try {
    return eventDocument.parse(JSON.parse(document)).confirmedBy ?? "";
  } catch {
    return "";
  }
}

async function findRecords(ids: readonly string[]): Promise<RestsOn[]> {
  const rows = await db.evidenceRecord.findMany({
    where: { id: { in: [...ids] } },
    orderBy: [{ occurredAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, title: true, outcome: true, score: true, occurredAt: true },
  });
  return rows.map(({ id: recordId, ...row }) => ({ recordId, ...row }));
}
