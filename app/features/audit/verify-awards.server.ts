/** Awards and what became of them against their records, and the records against them. */
import type { Findings } from "~/features/ledger/findings";
import { db } from "~/platform/db/client.server";
import { compare, documentOf, following, walk } from "./rows-against-records";

export function verifyAwards(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.award.findMany({
        ...following(after),
        select: {
          id: true,
          personId: true,
          certificationId: true,
          revisionId: true,
          holderName: true,
          code: true,
          validFrom: true,
          validUntil: true,
        },
      }),
    async (awards) => {
      const records = await db.evidenceRecord.findMany({
        where: { kind: "award-granted", awardId: { in: awards.map(({ id }) => id) } },
        select: {
          id: true,
          awardId: true,
          personId: true,
          certificationId: true,
          validFrom: true,
          validUntil: true,
          document: true,
        },
      });
      const byAward = new Map(records.map((record) => [record.awardId, record]));
      for (const award of awards) {
        const record = byAward.get(award.id);
        if (!record) {
          findings.add(null, `Award ${award.id} has no record of how it was earned.`);
          continue;
        }
        const document = documentOf(record.document);
        compare(findings, record.id, `Award ${award.id}`, {
          person: [award.personId, record.personId],
          certification: [award.certificationId, record.certificationId],
          revision: [award.revisionId, document.certificationRevision],
          holder: [award.holderName, document.holderName],
          code: [award.code, document.code],
          "first day": [award.validFrom, record.validFrom],
          "last day": [award.validUntil, record.validUntil],
        });
      }
    },
  );
}

export function verifyAwardEvents(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.awardEvent.findMany({
        ...following(after),
        select: {
          id: true,
          awardId: true,
          number: true,
          kind: true,
          effectiveAt: true,
          recordedAt: true,
          validFrom: true,
          validUntil: true,
          actorId: true,
          confirmedBy: true,
          reason: true,
        },
      }),
    async (events) => {
      const records = await db.evidenceRecord.findMany({
        where: { id: { in: events.map(({ id }) => id) } },
        select: {
          id: true,
          kind: true,
          awardId: true,
          occurredAt: true,
          recordedAt: true,
          actorId: true,
          reason: true,
          validFrom: true,
          validUntil: true,
          document: true,
        },
      });
      const byId = new Map(records.map((record) => [record.id, record]));
      for (const event of events) {
        const record = byId.get(event.id);
        const what = `What became of award ${event.awardId}`;
        if (!record) {
          findings.add(null, `${what} (${event.kind}) has no record.`);
          continue;
        }
        const corrected = event.kind === "corrected";
        compare(findings, event.id, what, {
          kind: [`award-${event.kind}`, record.kind],
          award: [event.awardId, record.awardId],
          place: [event.number, documentOf(record.document).number],
          day: [event.effectiveAt, record.occurredAt],
          "day of recording": [event.recordedAt, record.recordedAt],
          actor: [event.actorId, record.actorId],
          "second person": [event.confirmedBy, documentOf(record.document).confirmedBy ?? null],
          reason: [event.reason, record.reason],
          "first day": [event.validFrom, corrected ? record.validFrom : null],
          "last day": [event.validUntil, corrected ? record.validUntil : null],
        });
      }
    },
  );
}

/** An award or a revocation that was taken away leaves its record behind. */
export function verifyAwardRecords(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.evidenceRecord.findMany({
        ...following(after),
        where: { id: { gt: after }, kind: { startsWith: "award-" } },
        select: { id: true, kind: true, awardId: true },
      }),
    async (records) => {
      const granted = records.filter(({ kind }) => kind === "award-granted");
      const [awards, events] = await Promise.all([
        db.award.findMany({
          where: { id: { in: granted.flatMap(({ awardId }) => awardId ?? []) } },
          select: { id: true },
        }),
        db.awardEvent.findMany({ where: { id: { in: records.map(({ id }) => id) } }, select: { id: true } }),
      ]);
      const there = new Set([...awards, ...events].map(({ id }) => id));
      for (const { id, kind, awardId } of records)
        if (!there.has(kind === "award-granted" ? (awardId ?? "") : id))
          findings.add(id, `Award ${awardId} lacks what this record says of it (${kind}).`);
    },
  );
}
