/** After a question was regraded: works out again what its attempts come to, a page of attempts a message. */
import { db, transaction } from "~/platform/db/client.server";
import { enqueue, type Topics } from "~/platform/outbox.server";
import { judgeAttempts, pinned, type Judged } from "../scoring/judge-attempt.server";
import { lockAttempt } from "../scoring/lock-attempt.server";
import type { Reader } from "../scoring/read-attempts.server";
import { recordResult } from "../scoring/record-result.server";
import { nextAttempts } from "./attempts-with-question.server";
import { latestResults } from "./latest-results.server";

const ATTEMPTS_A_MESSAGE = 200;
/** Longer than any transaction may last. */
const SECOND_LOOK_MS = 60_000;

type Message = Topics["question-regraded"];
type Regrade = NonNullable<Awaited<ReturnType<typeof readRegrade>>>;

/** Safe to run again from any page: an attempt whose evidence names the treatment already is left alone. */
export async function applyRegrade({ regradeId, after, again = false }: Message): Promise<void> {
  const regrade = await readRegrade(regradeId);
  if (!regrade || (await isSuperseded(db, regrade))) return;
  const ids = await nextAttempts(regrade.questionVersionId, after, ATTEMPTS_A_MESSAGE);
  for (const { attempt } of await judgedBehind(db, ids, regrade.questionVersionId))
    await follow(attempt.id, regrade);

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
  const { questionVersionId, actorId, reason, recordedAt } = regrade;
  await transaction(async (tx) => {
    await lockAttempt(tx, attemptId);
    const [judged] = await judgedBehind(tx, [attemptId], questionVersionId);
    /* Asked after judging, so that what was judged is not by a regrade that came since. */
    if (!judged || (await isSuperseded(tx, regrade))) return;
    await recordResult(tx, judged, { cause: "regraded", actorId, reason, occurredAt: recordedAt });
  });
}

/** Those whose latest evidence does not say what became of the question. Those that have to be marked are not among them. */
async function judgedBehind(
  reader: Reader,
  attemptIds: readonly string[],
  versionId: string,
): Promise<Judged[]> {
  const results = await latestResults(reader, attemptIds);
  const records = await reader.evidenceRecord.findMany({
    where: { id: { in: [...results.values()].map(({ id }) => id) } },
    select: { id: true, document: true },
  });
  const recorded = new Map(records.map(({ id, document }) => [id, treatmentIn(document, versionId)]));
  const judged = await judgeAttempts(reader, attemptIds);
  return judged.filter(({ attempt, items, score }) => {
    if (score.pending.length > 0) return false;
    const result = results.get(attempt.id);
    if (!result) return true;
    const treatment = items.find((item) => item.versionId === versionId)?.treatment;
    return textOf(treatment && pinned(treatment)) !== recorded.get(result.id);
  });
}

function treatmentIn(document: string, versionId: string): string {
  const { items } = JSON.parse(document) as { items: { question: string; treatment?: Pinned }[] };
  return textOf(items.find((item) => item.question === versionId)?.treatment);
}

interface Pinned {
  readonly kind: string;
  readonly keyHash?: string;
}

function textOf(treatment: Pinned | undefined): string {
  return treatment ? `${treatment.kind} ${treatment.keyHash ?? ""}` : "";
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
