import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { recordAppeal } from "./record-appeal.server";

/** @throws NotFound for somebody else's appeal; Conflict when it is decided or withdrawn */
export function withdrawAppeal(
  actor: Actor,
  { attemptId, appealId }: { attemptId: string; appealId: string },
): Promise<void> {
  return transaction(async (tx) => {
    const own = { id: appealId, attemptId, personId: actor.personId };
    const occurredAt = now();
    const { count } = await tx.appeal.updateMany({
      where: { ...own, state: "open" },
      data: { state: "withdrawn", openKey: null, decidedAt: occurredAt, decidedById: actor.personId },
    });
    const appeal = await tx.appeal.findFirst({ where: own, select: { position: true, state: true } });
    if (!appeal) throw new NotFound("appeal");
    if (count !== 1)
      throw new Conflict(
        "appeal-closed",
        appeal.state === "withdrawn"
          ? "This appeal has been withdrawn already."
          : "This appeal has been decided meanwhile, so it can no longer be withdrawn.",
      );
    await recordAppeal(tx, attemptId, {
      kind: "appeal-decided",
      outcome: "withdrawn",
      actorId: actor.personId,
      occurredAt,
      document: { appealId, attemptId, position: appeal.position, decision: "withdrawn", remedy: null },
    });
  });
}
