import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { followBank, type Followed } from "../authoring/follow-bank.server";
import { lockBank } from "./bank-policy.server";

interface Withdrawal {
  readonly bank: string;
  readonly questionId: string;
}

/** Tests draw it no more, unless one of their sections would have too few; it stays in the bank and in past attempts. */
export function withdrawQuestion(actor: Actor, input: Withdrawal): Promise<Followed> {
  return setWithdrawn(actor, input, true);
}

export function restoreQuestion(actor: Actor, input: Withdrawal): Promise<Followed> {
  return setWithdrawn(actor, input, false);
}

/** Of several at once the first changes it, and the others find it done. */
function setWithdrawn(
  actor: Actor,
  { bank: slug, questionId }: Withdrawal,
  withdrawn: boolean,
): Promise<Followed> {
  return transaction(async (tx) => {
    const bank = await lockBank(tx, actor, slug);
    const at = { bankId: bank.id, questionId };
    const { count } = await tx.bankQuestion.updateMany({
      where: { ...at, withdrawnAt: withdrawn ? null : { not: null } },
      data: { withdrawnAt: withdrawn ? now() : null, updatedAt: now() },
    });
    if (count !== 1 && (await tx.bankQuestion.count({ where: at })) === 0) throw new NotFound("question");
    return followBank(tx, bank);
  });
}
