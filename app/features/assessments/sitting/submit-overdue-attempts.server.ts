import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { log } from "~/platform/log.server";
import { closeAttempt } from "./submit-attempt.server";

const BATCH = 200;

/**
 * Submits what was left open past its deadline, with the answers saved by then. The caller holds the lease; a page that
 * meets such an attempt first submits it too, and only one of both records it.
 * @returns how many were submitted
 */
export async function submitOverdueAttempts(): Promise<number> {
  const overdue = await db.attempt.findMany({
    where: { status: "open", deadlineAt: { lte: now() } },
    orderBy: { deadlineAt: "asc" },
    take: BATCH,
    select: { id: true },
  });
  let submitted = 0;
  for (const { id } of overdue) {
    try {
      if (await closeAttempt(id)) submitted++;
    } catch (error) {
      /* One that cannot be submitted must not keep the others waiting. */
      log.error({ attemptId: id, err: error }, "overdue attempt not submitted, will be tried again");
    }
  }
  return submitted;
}
