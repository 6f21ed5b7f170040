import type { Actor } from "~/features/people/actor";
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import { provider, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { findRegradable, treatmentFor } from "./regradable-question.server";
import { REASON_TOO_SHORT, SHORTEST_REASON } from "./regrade-reason";
import type { RegradeChoice } from "./treatment-choice";

interface RegradeInput extends RegradeChoice {
  readonly questionVersionId: string;
  readonly reason: string;
  /** The latest regrade of it that the actor has seen; null for none. */
  readonly seen: string | null;
}

/**
 * Says what becomes of a question that people have answered already. Their results follow in the background.
 * @throws NotFound, Forbidden, Invalid; Conflict when somebody else regraded it meanwhile
 */
export async function regrade(actor: Actor, input: RegradeInput): Promise<{ regradeId: string }> {
  const { questionVersionId, seen } = input;
  const reason = input.reason.trim();
  if (reason.length < SHORTEST_REASON)
    throw new Invalid("no-reason", REASON_TOO_SHORT, { reason: [REASON_TOO_SHORT] });
  return transaction(async (tx) => {
    await lockQuestion(tx, questionVersionId);
    const question = await findRegradable(tx, actor, questionVersionId);
    if (question.latest !== seen)
      throw new Conflict(
        "regraded-meanwhile",
        "This question was regraded meanwhile, and nothing was changed by you. Look at what was done before you decide again.",
      );
    const treatment = treatmentFor(question, input);
    const regradeId = newId();
    await tx.regrade.create({
      data: {
        id: regradeId,
        questionVersionId,
        treatment: treatment.kind,
        key: treatment.kind === "new-key" ? canonicalJson(treatment.key as unknown as JsonObject) : null,
        reason,
        actorId: actor.personId,
        recordedAt: now(),
      },
      select: { id: true },
    });
    await enqueue(tx, "question-regraded", { regradeId, after: "" });
    return { regradeId };
  });
}

/** Two who regrade it at once come one after the other. Its rows never change, so this disturbs nobody who reads it. */
async function lockQuestion(tx: Tx, versionId: string): Promise<void> {
  if (provider === "postgresql")
    await tx.$queryRaw`SELECT "id" FROM "QuestionVersion" WHERE "id" = ${versionId} FOR NO KEY UPDATE`;
}
