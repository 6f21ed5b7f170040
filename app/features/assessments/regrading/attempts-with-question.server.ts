import { db } from "~/platform/db/client.server";

/** Ids of submitted attempts that hold a question version, in any test, page by page. */
export async function* attemptsWithQuestion(
  questionVersionId: string,
  { after = "", take }: { after?: string; take: number },
): AsyncGenerator<string[]> {
  for (let last = after; ;) {
    const ids = await nextAttempts(questionVersionId, last, take);
    if (ids.length > 0) yield ids;
    if (ids.length < take) return;
    last = ids.at(-1)!;
  }
}

export async function nextAttempts(
  questionVersionId: string,
  after: string,
  take: number,
): Promise<string[]> {
  const items = await db.attemptItem.findMany({
    where: { questionVersionId, attemptId: { gt: after }, attempt: { status: "submitted" } },
    orderBy: { attemptId: "asc" },
    take,
    select: { attemptId: true },
  });
  return items.map(({ attemptId }) => attemptId);
}
