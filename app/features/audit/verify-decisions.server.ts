/** What was put to decision and decided, against the records of it, and the records against it. */
import type { Findings } from "~/features/ledger/findings";
import { db } from "~/platform/db/client.server";
import { compare, documentOf, following, walk } from "./rows-against-records";

const KIND_OF: Readonly<Record<string, string>> = {
  granted: "award-granted",
  refused: "certification-refused",
};

/** Where a certificate was awarded without being put to decision, its record names none. */
const ofDecisions = { kind: { in: Object.values(KIND_OF) }, document: { contains: '"decision":' } };

export function verifyDecisions(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.awardDecision.findMany({
        ...following(after),
        where: { id: { gt: after }, state: { in: Object.keys(KIND_OF) } },
        select: {
          id: true,
          personId: true,
          certificationId: true,
          state: true,
          decidedById: true,
          reason: true,
        },
      }),
    async (decisions) => {
      const records = await db.evidenceRecord.findMany({
        where: {
          ...ofDecisions,
          personId: { in: [...new Set(decisions.map(({ personId }) => personId))] },
        },
        select: {
          id: true,
          kind: true,
          personId: true,
          certificationId: true,
          actorId: true,
          reason: true,
          document: true,
        },
      });
      const byDecision = new Map(records.map((record) => [documentOf(record.document).decision, record]));
      for (const decision of decisions) {
        const record = byDecision.get(decision.id);
        const what = `Decision ${decision.id}`;
        if (!record) {
          findings.add(null, `${what} (${decision.state}) has no record.`);
          continue;
        }
        compare(findings, record.id, what, {
          kind: [KIND_OF[decision.state], record.kind],
          person: [decision.personId, record.personId],
          certification: [decision.certificationId, record.certificationId],
          decider: [decision.decidedById, record.actorId],
          reason: [decision.reason, record.reason],
        });
      }
    },
  );
}

/** One that was taken away, or opened again, would let somebody decide another way. */
export function verifyDecisionRecords(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.evidenceRecord.findMany({
        ...following(after),
        where: { id: { gt: after }, ...ofDecisions },
        select: { id: true, kind: true, document: true },
      }),
    async (records) => {
      const named = records.map(({ id, kind, document }) => ({
        id,
        kind,
        decision: String(documentOf(document).decision),
      }));
      const decisions = await db.awardDecision.findMany({
        where: {
          id: { in: named.map(({ decision }) => decision) },
          state: { in: Object.keys(KIND_OF) },
        },
        select: { id: true },
      });
      const there = new Set(decisions.map(({ id }) => id));
      for (const { id, kind, decision } of named)
        if (!there.has(decision))
          findings.add(id, `Decision ${decision} lacks what this record says of it (${kind}).`);
    },
  );
}
