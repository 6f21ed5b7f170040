import { db } from "~/platform/db/client.server";

export interface RegradeProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * How far the results have followed a regrade, from the message that says where its work goes on.
 * @returns null when there is nothing left to do
 */
export async function regradeProgress(
  questionVersionId: string,
  regradeId: string,
): Promise<RegradeProgress | null> {
  const messages = await db.outboxMessage.findMany({
    where: { topic: "question-regraded", deliveredAt: null, payload: { contains: regradeId } },
    select: { payload: true },
  });
  const places = messages
    .map(({ payload }) => JSON.parse(payload) as { after: string; again?: boolean })
    .flatMap(({ after, again }) => (again ? [] : [after]));
  if (places.length === 0) return null;
  const submitted = { questionVersionId, attempt: { status: "submitted" } };
  const [total, done] = await Promise.all([
    db.attemptItem.count({ where: submitted }),
    db.attemptItem.count({ where: { ...submitted, attemptId: { lte: places.sort().at(-1)! } } }),
  ]);
  return { done, total };
}
