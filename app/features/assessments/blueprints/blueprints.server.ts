import { db, type Tx } from "~/platform/db/client.server";
import type { Blueprint } from "./blueprint";

const KEPT = 200;
const read = new Map<string, Blueprint>();

/**
 * Blueprints by revision id. Revisions never change, so what was read once stays right. Inside a transaction `reader`
 * is the transaction: waiting for a second connection while holding one could starve everyone.
 */
export async function blueprintsOf(
  revisionIds: readonly string[],
  reader: typeof db | Tx = db,
): Promise<ReadonlyMap<string, Blueprint>> {
  const missing = [...new Set(revisionIds)].filter((id) => !read.has(id));
  const found = new Map(revisionIds.flatMap((id) => (read.has(id) ? [[id, read.get(id)!] as const] : [])));
  if (missing.length > 0) {
    const rows = await reader.assessmentRevision.findMany({
      where: { id: { in: missing } },
      select: { id: true, blueprint: true },
    });
    for (const row of rows) {
      const blueprint = JSON.parse(row.blueprint) as Blueprint;
      if (read.size >= KEPT) read.delete(read.keys().next().value!);
      read.set(row.id, blueprint);
      found.set(row.id, blueprint);
    }
  }
  return found;
}

export async function blueprintOf(revisionId: string, reader: typeof db | Tx = db): Promise<Blueprint> {
  const blueprint = (await blueprintsOf([revisionId], reader)).get(revisionId);
  if (!blueprint) throw new Error(`Assessment revision ${revisionId} is missing.`);
  return blueprint;
}
