import type { Reader } from "../scoring/read-attempts.server";

export interface LatestResult {
  readonly id: string;
  readonly score: number;
  readonly passed: boolean;
}

/** By attempt; none while somebody has to mark it. */
export async function latestResults(
  tx: Reader,
  attemptIds: readonly string[],
): Promise<ReadonlyMap<string, LatestResult>> {
  const rows = await tx.attemptResult.findMany({
    where: { attemptId: { in: [...attemptIds] } },
    orderBy: { number: "asc" },
    select: { id: true, attemptId: true, score: true, passed: true },
  });
  return new Map(rows.map(({ attemptId, ...result }) => [attemptId, result]));
}
