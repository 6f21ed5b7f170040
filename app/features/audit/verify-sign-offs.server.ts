/** Signed sign-offs held against their records: one that was added or changed behind the portal's back shows. */
import type { Findings } from "~/features/ledger/findings";
import { db } from "~/platform/db/client.server";
import { compare, documentOf, following, walk } from "./rows-against-records";

export function verifySignOffs(findings: Findings): Promise<number> {
  return walk(
    (after) =>
      db.signOff.findMany({
        ...following(after),
        where: { id: { gt: after }, completedAt: { not: null } },
        select: {
          id: true,
          personId: true,
          checklistId: true,
          revisionId: true,
          state: true,
          stateAt: true,
          completedById: true,
          met: true,
          recordId: true,
        },
      }),
    async (signOffs) => {
      const ids = signOffs.flatMap(({ id, recordId }) => (recordId ? [id, recordId] : [id]));
      const records = await db.evidenceRecord.findMany({
        where: { id: { in: ids } },
        select: { id: true, kind: true, personId: true, occurredAt: true, document: true },
      });
      const byId = new Map(records.map((record) => [record.id, record]));
      for (const signOff of signOffs) {
        const record = byId.get(signOff.recordId ?? signOff.id);
        const what = `Sign-off ${signOff.id}`;
        if (!record) {
          findings.add(null, `${what} has no record.`);
          continue;
        }
        const { signOffId, checklist, revision, observer, met } = documentOf(record.document);
        compare(findings, record.id, what, {
          "sign-off": [signOff.id, signOffId],
          person: [signOff.personId, record.personId],
          checklist: [signOff.checklistId, checklist],
          revision: [signOff.revisionId, revision],
          observer: [signOff.completedById, observer],
          result: [signOff.met, met],
          state: [`sign-off-${signOff.state}`, record.kind],
          day: [signOff.stateAt, record.occurredAt],
        });
      }
    },
  );
}
