/** What one person alone may do to an award. A revocation takes two: revoke-award.server.ts. */
import type { Actor } from "~/features/people/actor";
import { transaction, type Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { Conflict, Invalid } from "~/platform/errors";
import { requireMayChange } from "./award-actors.server";
import type { AwardChangeKind } from "./award-transitions";
import { type AwardChange, findAwardNow, reasonOf, writeAwardEvent } from "./write-award-event.server";

/**
 * Suspends, reinstates, corrects or gives back. Of two changes at once, one succeeds.
 * @returns the id of the event, which is the id of its evidence record too
 * @throws NotFound for whom it is not open, Conflict when the state does not allow it
 */
export async function changeAward(
  actor: Actor,
  kind: Exclude<AwardChangeKind, "revoked">,
  change: AwardChange,
): Promise<string> {
  const reason = reasonOf(change.reason);
  if ((kind === "corrected") !== (change.dates !== undefined))
    throw new Invalid("award-change", "Give the dates that should have been on it.", {
      validFrom: ["Give the dates that should have been on it."],
    });
  return oneAtATime(() =>
    transaction(async (tx) => {
      const { personId } = await findAwardNow(tx, change.awardId);
      await requireMayChange(tx, actor, kind, personId);
      if (kind === "surrendered" && (await hasOpenProposal(tx, change.awardId)))
        throw new Conflict(
          "to-be-decided",
          "Whether this certificate stands is being decided. It can be given back after that.",
        );
      return writeAwardEvent(tx, { ...change, reason, kind, actorId: actor.personId });
    }),
  );
}

async function hasOpenProposal(tx: Tx, awardId: string): Promise<boolean> {
  return (await tx.awardProposal.count({ where: { openKey: awardId } })) > 0;
}

/** @throws Conflict instead of the unique violation that the later of two changes meets */
export async function oneAtATime<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict(
      "award-changed",
      "Someone else changed this certificate at the same moment. Look at it again.",
    );
  }
}
