import { db } from "~/platform/db/client.server";

export interface RegradeRow {
  readonly id: string;
  readonly treatment: string;
  readonly key: string | null;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly by: string;
}

/** Of a question version, the latest first: that one counts. */
export async function regradesOf(questionVersionId: string): Promise<RegradeRow[]> {
  const rows = await db.regrade.findMany({
    where: { questionVersionId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { id: true, treatment: true, key: true, reason: true, recordedAt: true, actorId: true },
  });
  if (rows.length === 0) return [];
  const people = await db.person.findMany({
    where: { id: { in: rows.map(({ actorId }) => actorId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ actorId, ...row }) => ({ ...row, by: names.get(actorId) ?? "Somebody" }));
}
