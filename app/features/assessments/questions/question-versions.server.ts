/** Question versions by id. They never change, so what was read once stays right. Holds keys: never sent to a page. */
import { db, type Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import type { QuestionBody, QuestionKey } from "./question";

export interface QuestionVersion {
  readonly versionId: string;
  readonly bankId: string;
  readonly questionId: string;
  readonly clause: string | null;
  readonly body: QuestionBody;
  readonly key: QuestionKey;
  readonly bodyHash: string;
  readonly keyHash: string;
}

const KEPT = 2_000;
const recent = new Map<string, QuestionVersion>();

/** Inside a transaction `reader` is the transaction. What is not there is left out. */
export async function questionVersions(
  ids: Iterable<string>,
  reader: typeof db | Tx = db,
): Promise<ReadonlyMap<string, QuestionVersion>> {
  const wanted = [...new Set(ids)];
  const found = new Map(wanted.flatMap((id) => (recent.has(id) ? [[id, recent.get(id)!] as const] : [])));
  const missing = wanted.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const rows = await reader.questionVersion.findMany({
    where: { id: { in: missing } },
    select: { id: true, bankId: true, questionId: true, clause: true, body: true, key: true },
  });
  for (const { id, body, key, ...rest } of rows) {
    const version = {
      versionId: id,
      ...rest,
      body: JSON.parse(body) as QuestionBody,
      key: JSON.parse(key) as QuestionKey,
      bodyHash: sha256(body),
      keyHash: sha256(key),
    };
    if (recent.size >= KEPT) recent.delete(recent.keys().next().value!);
    recent.set(id, version);
    found.set(id, version);
  }
  return found;
}
