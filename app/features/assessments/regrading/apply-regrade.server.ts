/** After a question was regraded: works out again what its attempts come to, a page of attempts a message. */
import { db, transaction } from "~/platform/db/client.server";
import { enqueue, type Topics } from "~/platform/outbox.server";
import { judgeAttempts, type Judged } from "../scoring/judge-attempt.server";
import { lockAttempt } from "../scoring/lock-attempt.server";
import type { Reader } from "../scoring/read-attempts.server";
import { recordResult } from "../scoring/record-result.server";
import { nextAttempts } from "./attempts-with-question.server";
import { latestResults, type LatestResult } from "./latest-results.server";
import { mailRegraded } from "./regraded-mail.server";

const ATTEMPTS_A_MESSAGE = 200;
/** Longer than any transaction may last. */
const SECOND_LOOK_MS = 60_000;

type Message = Topics["question-regraded"];
type Regrade = NonNullable<Awaited<ReturnType<typeof readRegrade>>>;

/** Safe to run again from any page: an attempt whose result is what it comes to already is left alone. */
export async function applyRegrade({ regradeId, after, again = false }: Message): Promise<void> {
  const regrade = await readRegrade(regradeId);
  if (!regrade || (await isSuperseded(db, regrade))) return;
  const ids = await nextAttempts(regrade.questionVersionId, after, ATTEMPTS_A_MESSAGE);
  for (const { judged } of await behind(db, ids)) await follow(judged.attempt.id, regrade);

  if (ids.length === ATTEMPTS_A_MESSAGE) await send({ regradeId, after: ids.at(-1)!, again });
  else if (!again) {
    /* What was submitted or marked at the same moment may not have known of it. */
    const ended = new Date(regrade.recordedAt.getTime() + SECOND_LOOK_MS);
    await send({ regradeId, after: "", again: true }, { availableAt: ended });
  }
}

function send(message: Message, options?: { availableAt: Date }): Promise<void> {
  return transaction((tx) => enqueue(tx, "question-regraded", message, options));
}

async function follow(attemptId: string, regrade: Regrade): Promise<void> {
  const { actorId, reason, recordedAt } = regrade;
  await transaction(async (tx) => {
    await lockAttempt(tx, attemptId);
    const [found] = await behind(tx, [attemptId]);
    /* Asked after judging, so that what was judged is not by a regrade that came since. */
    if (!found || (await isSuperseded(tx, regrade))) return;
    const { judged, before } = found;
    await recordResult(tx, judged, { cause: "regraded", actorId, reason, occurredAt: recordedAt });
    await mailRegraded(tx, judged, before, reason);
  });
}

interface Behind {
  readonly judged: Judged;
  /** The result until now; none where it had yet to be marked. */
  readonly before: LatestResult | undefined;
}

/** Those whose result is not what it comes to now. Those that have to be marked are not among them. */
async function behind(reader: Reader, attemptIds: readonly string[]): Promise<Behind[]> {
  const results = await latestResults(reader, attemptIds);
  return (await judgeAttempts(reader, attemptIds)).flatMap((judged) => {
    const { score, attempt } = judged;
    const before = results.get(attempt.id);
    const same = before?.score === score.score && before.passed === score.passed;
    return score.pending.length > 0 || same ? [] : [{ judged, before }];
  });
}

function readRegrade(id: string) {
  return db.regrade.findUnique({
    where: { id },
    select: { id: true, questionVersionId: true, actorId: true, reason: true, recordedAt: true },
  });
}

/** A later one of the same question has a message of its own. */
async function isSuperseded(reader: Reader, { id, questionVersionId }: Regrade): Promise<boolean> {
  const latest = await reader.regrade.findFirst({
    where: { questionVersionId },
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return latest?.id !== id;
}
