import type { Reader } from "./read-attempts.server";

/**
 * Question versions that are drawn no more: by their latest regrade they count in full for everyone, or for nobody. A
 * later one that gives them a key again brings them back.
 */
export async function faultyVersions(tx: Reader): Promise<ReadonlySet<string>> {
  const rows = await tx.regrade.findMany({
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
    select: { questionVersionId: true, treatment: true },
  });
  const latest = new Map(rows.map((row) => [row.questionVersionId, row.treatment]));
  return new Set([...latest].flatMap(([id, treatment]) => (treatment === "new-key" ? [] : [id])));
}
