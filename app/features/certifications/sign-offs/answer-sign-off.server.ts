/** What the person says to a completed sign-off: that it is right, and then it counts; or why it is not. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { findSignOff } from "./find-sign-off.server";
import { recordSignOff } from "./record-sign-off.server";
import { documentOf } from "./sign-off-document";
import { mailDisputed } from "./sign-off-mail.server";
import { LONGEST_TEXT, SHORTEST_REASON } from "./sign-off-rules";

interface Answer {
  readonly signOffId: string;
  readonly answer: "acknowledged" | "disputed";
  readonly declared?: boolean | undefined;
  readonly reason?: string | undefined;
}

/**
 * @throws NotFound when it is not about the actor; Invalid without the declaration, or without a reason to disagree;
 * Conflict when it is not waiting for an answer any more
 */
export async function answerSignOff(actor: Actor, input: Answer): Promise<void> {
  const agrees = input.answer === "acknowledged";
  const reason = agrees ? null : (input.reason ?? "").replace(/\r\n?/g, "\n").trim();
  await transaction((tx) => write(tx, actor, { ...input, agrees, reason }));
}

interface Checked extends Omit<Answer, "reason"> {
  readonly agrees: boolean;
  readonly reason: string | null;
}

async function write(
  tx: Tx,
  actor: Actor,
  { signOffId, answer, agrees, declared, reason }: Checked,
): Promise<void> {
  const signOff = await findSignOff(actor, signOffId, tx);
  if (!signOff.own) throw new NotFound("sign-off");
  if (agrees && !declared) throw invalid("declared", "Tick the declaration to acknowledge it.");
  if (reason !== null && (reason.length < SHORTEST_REASON || reason.length > LONGEST_TEXT))
    throw invalid("reason", "Say what is not right, in up to 2,000 characters. Your manager reads it.");
  const stateAt = now();
  const recordId = newId();
  const { count } = await tx.signOff.updateMany({
    where: { id: signOffId, state: "completed" },
    data: { state: answer, stateAt, openKey: null, closedById: actor.personId, reason, recordId },
  });
  if (count !== 1)
    throw new Conflict("sign-off-closed", "It was withdrawn, or you have answered it already.");
  const { completedAt, completedById, met, comment } = signOff;
  const completed = { completedAt: completedAt!, completedById: completedById!, met: met!, comment };
  await recordSignOff(tx, signOff, {
    id: recordId,
    kind: agrees ? "sign-off-acknowledged" : "sign-off-disputed",
    outcome: agrees ? (met ? "met" : "not-met") : "disputed",
    actorId: actor.personId,
    occurredAt: stateAt,
    ...(reason === null ? {} : { reason }),
    document: documentOf(signOff, completed, { at: stateAt, agrees }),
  });
  if (reason !== null) await mailDisputed(tx, signOff, reason);
  /* Nothing is earned by what was not met. */
  if (agrees && met) await enqueue(tx, "evidence-recorded", { personId: actor.personId });
}

function invalid(field: string, message: string): Invalid {
  return new Invalid("sign-off-answer", message, { [field]: [message] });
}
