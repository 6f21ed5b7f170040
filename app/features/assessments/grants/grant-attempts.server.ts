import type { Actor } from "~/features/people/actor";
import { lockPerson } from "~/features/people/lock-people.server";
import { recordChange } from "~/features/people/record-change.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Forbidden, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { granteeOf } from "./grantee.server";
import { findUsedUp } from "./used-up-tests.server";

const SHORTEST_REASON = 10;

export interface GrantAttemptsInput {
  personId: string;
  assessmentId: string;
  reason: string;
}

/**
 * Opens a fresh set of attempts for somebody who has used up theirs.
 * @throws NotFound outside the actor's teams; Conflict when the person may start anyway, also because somebody else has
 * just granted it
 */
export async function grantAttempts(actor: Actor, input: GrantAttemptsInput): Promise<void> {
  const { personId, assessmentId } = input;
  const reason = input.reason.trim();
  await granteeOf(actor, personId);
  if (personId === actor.personId)
    throw new Forbidden(
      "own-attempts",
      "Somebody else has to grant you attempts. Ask another manager or administrator.",
    );
  if (reason.length < SHORTEST_REASON) {
    const message = "Say why in at least 10 characters, for whoever reads this later.";
    throw new Invalid("no-reason", message, { reason: [message] });
  }
  await transaction(async (tx) => {
    /* Of two grants at once the second finds the first. */
    await lockPerson(tx, personId);
    const grantee = await granteeOf(actor, personId, tx);
    const [test] = await findUsedUp(tx, grantee, assessmentId);
    if (!test) throw await whyNot(assessmentId, tx);
    const actorId = actor.personId;
    await tx.attemptGrant.create({
      data: { id: newId(), personId, assessmentId, reason, actorId, recordedAt: now() },
      select: { id: true },
    });
    const summary = `A fresh set of attempts: ${test.title}`;
    await recordChange(tx, { personId, actorId, action: "assigned", summary, reason });
  });
}

async function whyNot(assessmentId: string, tx: Tx): Promise<Conflict | NotFound> {
  const known = await tx.assessment.count({ where: { id: assessmentId, archivedAt: null } });
  if (known === 0) return new NotFound("test");
  return new Conflict(
    "not-used-up",
    "There is nothing to grant: attempts are left, or somebody has just granted a fresh set.",
  );
}
