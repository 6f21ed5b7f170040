/** A manager begins to observe somebody of their team by a checklist, in the revision that is in force. */
import { supervisedBy } from "~/features/people/supervision.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { sql, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { requireObserver } from "./sign-off-policy.server";
import { openKeyOf } from "./sign-off-rules";

interface Begin {
  readonly personId: string;
  readonly checklistId: string;
}

/**
 * @returns the sign-off's id
 * @throws NotFound for somebody who is not the actor's to observe or has left; Forbidden for oneself; Invalid for a
 * checklist that is not in use; Conflict while one is under way
 */
export async function beginSignOff(actor: Actor, input: Begin): Promise<string> {
  requireObserver(actor, input.personId);
  try {
    return await transaction((tx) => write(tx, actor, input));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict(
      "sign-off-open",
      "One is under way for this person and checklist. Go on with that one, or withdraw it first.",
    );
  }
}

async function write(tx: Tx, actor: Actor, { personId, checklistId }: Begin): Promise<string> {
  const t = now();
  const [person] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT p."id" FROM "Person" p
    WHERE p."id" = ${personId} AND (p."leftAt" IS NULL OR p."leftAt" > ${t}) AND ${supervisedBy(actor, sql`p."id"`)}`);
  if (!person) throw new NotFound("person");
  const checklist = await tx.checklist.findFirst({
    where: { id: checklistId, archivedAt: null },
    select: { currentRevisionId: true },
  });
  if (!checklist?.currentRevisionId) {
    const message = "Choose one of the checklists.";
    throw new Invalid("unknown-checklist", message, { checklistId: [message] });
  }
  const id = newId();
  await tx.signOff.create({
    data: {
      id,
      checklistId,
      revisionId: checklist.currentRevisionId,
      personId,
      observerId: actor.personId,
      startedAt: t,
      state: "draft",
      stateAt: t,
      openKey: openKeyOf(personId, checklistId),
    },
    select: { id: true },
  });
  return id;
}
