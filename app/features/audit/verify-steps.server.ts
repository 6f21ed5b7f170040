/** Statements accepted and certificates of others against their records, and the records against them. */
import type { Findings } from "~/features/ledger/findings";
import { db } from "~/platform/db/client.server";
import { compare, documentOf, following, walk } from "./rows-against-records";

const recordsOf = async (ids: readonly string[]) => {
  const records = await db.evidenceRecord.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, personId: true, outcome: true, occurredAt: true, actorId: true, document: true },
  });
  return new Map(records.map((record) => [record.id, record]));
};

export function verifyAcceptances(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.statementAcceptance.findMany({
        ...following(after),
        select: {
          id: true,
          personId: true,
          statementId: true,
          text: true,
          revisionId: true,
          acceptedAt: true,
        },
      }),
    async (rows) => {
      const byId = await recordsOf(rows.map(({ id }) => id));
      for (const row of rows) {
        const record = byId.get(row.id);
        const what = `The acceptance of ${row.statementId} by ${row.personId}`;
        if (!record) {
          findings.add(null, `${what} has no record.`);
          continue;
        }
        const document = documentOf(record.document);
        compare(findings, row.id, what, {
          person: [row.personId, record.personId],
          statement: [row.statementId, document.statement],
          text: [row.text, document.text],
          revision: [row.revisionId, document.certificationRevision],
          day: [row.acceptedAt, record.occurredAt],
        });
      }
    },
  );
}

export function verifyExternals(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.externalDecision.findMany({
        ...following(after),
        select: {
          id: true,
          certificateId: true,
          number: true,
          kind: true,
          at: true,
          actorId: true,
          expiresAt: true,
          certificate: { select: { personId: true, stepId: true, fileHash: true } },
        },
      }),
    async (rows) => {
      const byId = await recordsOf(rows.map(({ id }) => id));
      for (const { certificate, ...row } of rows) {
        const record = byId.get(row.id);
        const what = `A decision about certificate ${row.certificateId}`;
        if (!record) {
          findings.add(null, `${what} has no record.`);
          continue;
        }
        const document = documentOf(record.document);
        compare(findings, row.id, what, {
          person: [certificate.personId, record.personId],
          certificate: [row.certificateId, document.certificate],
          step: [certificate.stepId, document.step],
          file: [certificate.fileHash, (document.file as { hash?: string } | undefined)?.hash],
          place: [row.number, document.number],
          kind: [row.kind, record.outcome],
          day: [row.at, record.occurredAt],
          actor: [row.actorId, record.actorId],
          end: [row.expiresAt?.toISOString() ?? null, document.expiresAt],
        });
      }
    },
  );
}

/** One that was taken away would let what it ended count again. */
export function verifyStepRecords(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.evidenceRecord.findMany({
        ...following(after),
        where: { id: { gt: after }, kind: { in: ["statement-accepted", "external-certificate-decided"] } },
        select: { id: true, kind: true },
      }),
    async (records) => {
      const where = { id: { in: records.map(({ id }) => id) } };
      const [acceptances, decisions] = await Promise.all([
        db.statementAcceptance.findMany({ where, select: { id: true } }),
        db.externalDecision.findMany({ where, select: { id: true } }),
      ]);
      const there = new Set([...acceptances, ...decisions].map(({ id }) => id));
      for (const { id, kind } of records)
        if (!there.has(id)) findings.add(id, `What this record says (${kind}) is gone; its record is here.`);
    },
  );
}
