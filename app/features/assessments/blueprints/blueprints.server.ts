import { db, type Tx } from "~/platform/db/client.server";
import type { Blueprint } from "./blueprint";

export interface Revision {
  readonly number: number;
  readonly blueprint: Blueprint;
}

const KEPT = 200;
const recent = new Map<string, Revision>();

/**
 * Revisions by id. They never change, so what was read once stays right. Inside a transaction `reader` is the
 * transaction: waiting for a second connection while holding one could starve everyone.
 */
export async function revisionsOf(
  revisionIds: readonly string[],
  reader: typeof db | Tx = db,
): Promise<ReadonlyMap<string, Revision>> {
  const missing = [...new Set(revisionIds)].filter((id) => !recent.has(id));
  const found = new Map(
    revisionIds.flatMap((id) => (recent.has(id) ? [[id, recent.get(id)!] as const] : [])),
  );
  if (missing.length > 0) {
    const rows = await reader.assessmentRevision.findMany({
      where: { id: { in: missing } },
      select: { id: true, number: true, blueprint: true },
    });
    for (const row of rows) {
      const revision = { number: row.number, blueprint: JSON.parse(row.blueprint) as Blueprint };
      if (recent.size >= KEPT) recent.delete(recent.keys().next().value!);
      recent.set(row.id, revision);
      found.set(row.id, revision);
    }
  }
  return found;
}

export async function blueprintsOf(
  revisionIds: readonly string[],
  reader: typeof db | Tx = db,
): Promise<ReadonlyMap<string, Blueprint>> {
  const revisions = await revisionsOf(revisionIds, reader);
  return new Map([...revisions].map(([id, { blueprint }]) => [id, blueprint]));
}

export async function blueprintOf(revisionId: string, reader: typeof db | Tx = db): Promise<Blueprint> {
  const revision = (await revisionsOf([revisionId], reader)).get(revisionId);
  if (!revision) throw new Error(`Assessment revision ${revisionId} is missing.`);
  return revision.blueprint;
}
