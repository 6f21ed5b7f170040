/** An appeal's decision, with what follows from it, in one transaction. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { sql, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { lockAttempt } from "../scoring/lock-attempt.server";
import { writeRequest } from "../marking/request-second-marking.server";
import { requireOffice } from "../office/office-policy.server";
import { judgeAttempt } from "../scoring/judge-attempt.server";
import { recordResult } from "../scoring/record-result.server";
import { mailDecided } from "./appeal-mail.server";
import { decidableBy } from "./appeal-policy.server";
import type { Remedy } from "./appeal-rules";
import { recordAppeal } from "./record-appeal.server";
import { remediesFor } from "./remedies";

export interface Decision {
  readonly appealId: string;
  readonly decision: "upheld" | "rejected";
  /** What follows for the result; left out where the reason alone says what does. */
  readonly remedy?: Remedy | undefined;
  readonly reason: string;
}

const LONGEST_REASON = 4_000;

/**
 * @throws NotFound when it is not for the actor to decide; Invalid when the remedy or the reason cannot be used; Conflict
 * when it is decided or withdrawn
 */
export async function decideAppeal(actor: Actor, input: Decision): Promise<void> {
  requireOffice(actor);
  const reason = input.reason.replace(/\r\n?/g, "\n").trim();
  if (reason.length < 3 || reason.length > LONGEST_REASON)
    throw invalid("reason", "Write why, in up to 4,000 characters. The person reads it.");
  await transaction((tx) => write(tx, actor, { ...input, reason }));
}

async function write(tx: Tx, actor: Actor, { appealId, decision, remedy, reason }: Decision): Promise<void> {
  const appeal = await tx.appeal.findUnique({ where: { id: appealId }, select: { attemptId: true } });
  if (!appeal) throw new NotFound("appeal");
  await lockAttempt(tx, appeal.attemptId);
  /* Asked once nobody can mark the attempt any more: who did does not decide. */
  const [found] = await tx.$queryRaw<{ attemptId: string; position: number | null; state: string }[]>(sql`
    SELECT p."attemptId", p."position", p."state" FROM "Appeal" p WHERE p."id" = ${appealId} AND ${decidableBy(actor)}`);
  if (!found) throw new NotFound("appeal");
  const { attemptId, position, state } = found;
  if (state !== "open") throw closed();
  const kept = decision === "upheld" ? (remedy ?? null) : null;
  if (kept !== null) await requirePossible(tx, { attemptId, position, remedy: kept });

  const decidedAt = now();
  const { count } = await tx.appeal.updateMany({
    where: { id: appealId, state: "open" },
    data: {
      state: decision,
      openKey: null,
      decidedAt,
      decidedById: actor.personId,
      decision: reason,
      remedy: kept,
    },
  });
  if (count !== 1) throw closed();
  await recordAppeal(tx, attemptId, {
    kind: "appeal-decided",
    outcome: decision,
    actorId: actor.personId,
    reason,
    occurredAt: decidedAt,
    document: { appealId, attemptId, position, decision, remedy: kept },
  });
  if (kept === "second-marking")
    await writeRequest(tx, actor, { attemptId, reason: "An appeal was upheld." });
  const judged = await judgeAttempt(tx, attemptId);
  /* While somebody has to mark, the credit shows in the result that follows from the marking. */
  if (kept === "full-credit" && judged.score.pending.length === 0)
    await recordResult(tx, judged, {
      cause: "appeal",
      actorId: actor.personId,
      reason,
      occurredAt: decidedAt,
    });
  await mailDecided(tx, judged, { position, decision, remedy: kept, reason });
}

async function requirePossible(
  tx: Tx,
  { attemptId, position, remedy }: { attemptId: string; position: number | null; remedy: Remedy },
): Promise<void> {
  const judged = await judgeAttempt(tx, attemptId);
  const [markings, requests] = [
    await tx.marking.count({ where: { attemptId } }),
    await tx.markingRequest.count({ where: { attemptId } }),
  ];
  if (remediesFor(judged, { position, markings, requested: requests > 0 }).includes(remedy)) return;
  throw invalid(
    "decision",
    remedy === "full-credit"
      ? "Full credit is for one question that does not have it already. Choose another decision."
      : "A second marking is not possible here: people mark nothing of it, or two people have, or are asked to. Choose another decision.",
  );
}

function closed(): Conflict {
  return new Conflict(
    "appeal-closed",
    "This appeal was decided or withdrawn while you looked at it. Your decision was not recorded.",
  );
}

function invalid(field: string, message: string): Invalid {
  return new Invalid("appeal-decision", message, { [field]: [message] });
}
