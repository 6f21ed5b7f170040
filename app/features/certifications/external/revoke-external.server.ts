import type { Actor } from "~/features/people/actor";
import { sql, transaction, type Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { env } from "~/platform/env.server";
import { Conflict } from "~/platform/errors";
import { enqueue } from "~/platform/outbox.server";
import { reasonOf } from "../write-award-event.server";
import { revokedMail } from "./external-mail";
import { findReviewable } from "./find-external.server";
import { administratorAddresses } from "~/features/people/staff-addresses.server";
import { aboutOf, tellHolder, writeDecision } from "./write-decision.server";

/**
 * What was accepted is found to be false. It counts no more from now on. Awards that rest on it are not taken back by this:
 * that takes two people, so the administrators are told which they are.
 * @throws NotFound for whoever may not check it, Conflict when it is not accepted
 */
export async function revokeAcceptance(
  actor: Actor,
  { certificateId, reason: text }: { certificateId: string; reason: string },
): Promise<void> {
  const reason = reasonOf(text);
  try {
    await transaction(async (tx) => {
      const found = await findReviewable(tx, actor, certificateId);
      if (found.state !== "accepted") throw notAccepted();
      await writeDecision(tx, actor, found, { kind: "revoked", reason });
      await tellHolder(tx, found, "revoked", reason);
      const awards = await restingOn(tx, found.personId, found.decisions.at(-1)!.id);
      const mail = revokedMail(found.personName, reason, awards, aboutOf(found));
      for (const to of await administratorAddresses(tx, found.personId))
        await enqueue(tx, "email", { to, ...mail });
    });
  } catch (error) {
    throw isUniqueViolation(error) ? notAccepted() : error;
  }
}

function notAccepted(): Conflict {
  return new Conflict("not-accepted", "This certificate does not count, so there is nothing to take back.");
}

/** Their addresses. @param recordId of the acceptance */
async function restingOn(tx: Tx, personId: string, recordId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ awardId: string }[]>(sql`
    SELECT r."awardId" FROM "EvidenceRecord" r
    WHERE r."personId" = ${personId} AND r."kind" = 'award-granted' AND r."document" LIKE ${`%"${recordId}"%`}
    ORDER BY r."occurredAt" DESC, r."id"`);
  return rows.map(({ awardId }) => `${env.BASE_URL}/certificates/${awardId}`);
}
