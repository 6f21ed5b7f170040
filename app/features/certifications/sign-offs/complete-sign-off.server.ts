/** The observer signs what was recorded; then the person is asked to say something to it. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { findSignOff, marksOf } from "./find-sign-off.server";
import { recordSignOff } from "./record-sign-off.server";
import { documentOf } from "./sign-off-document";
import { mailCompleted } from "./sign-off-mail.server";
import { requireObserver } from "./sign-off-policy.server";
import { allMet, LONGEST_TEXT, openCriteria } from "./sign-off-rules";

interface Completion {
  readonly signOffId: string;
  /** How many changes the draft had when it was looked through. */
  readonly edits: number;
  readonly declared: boolean;
  readonly comment: string;
}

/**
 * @throws NotFound when it is not the actor's to fill in; Invalid while something required is open or nothing was
 * declared; Conflict when it was changed or completed meanwhile, or the person has left
 */
export async function completeSignOff(actor: Actor, input: Completion): Promise<void> {
  requireObserver(actor);
  const comment = input.comment.replace(/\r\n?/g, "\n").trim();
  if (!input.declared) throw invalid("declared", "Tick the declaration to sign.");
  if (comment.length > LONGEST_TEXT) throw invalid("comment", "Use at most 2,000 characters.");
  await transaction((tx) => write(tx, actor, { ...input, comment }));
}

async function write(tx: Tx, actor: Actor, { signOffId, edits, comment }: Completion): Promise<void> {
  const found = await findSignOff(actor, signOffId, tx);
  requireObserver(actor, found.personId);
  if (!found.observes) throw new Conflict("not-yours", "This person is no longer in a team of yours.");
  if (found.personLeft) throw new Conflict("left", `${found.personName} has left. Nothing was signed.`);
  /* Locks the row, so that nothing is added between what is read next and what gets signed. */
  const { count } = await tx.signOff.updateMany({
    where: { id: signOffId, state: "draft", edits },
    data: { comment },
  });
  if (count !== 1)
    throw new Conflict(
      "sign-off-changed",
      "It was changed or signed while you looked at it. Look through it as it is now, then sign.",
    );
  const signOff = { ...found, marks: await marksOf(signOffId, tx) };
  const open = openCriteria(signOff.definition, signOff.marks);
  if (open.length > 0)
    throw new Invalid(
      "criteria-open",
      `Nothing was signed: these are still open. ${open.map(({ text }) => `${text}.`).join(" ")}`,
    );
  const completedAt = now();
  const met = allMet(signOff.definition, signOff.marks);
  const completed = { completedAt, completedById: actor.personId, met };
  await tx.signOff.updateMany({
    where: { id: signOffId, state: "draft" },
    data: { state: "completed", stateAt: completedAt, ...completed },
  });
  await recordSignOff(tx, signOff, {
    id: signOffId,
    kind: "sign-off-completed",
    outcome: "to-acknowledge",
    actorId: actor.personId,
    occurredAt: completedAt,
    document: documentOf(signOff, { ...completed, comment }),
  });
  await mailCompleted(tx, signOff, { observer: actor.name, met });
}

function invalid(field: string, message: string): Invalid {
  return new Invalid("sign-off-completion", message, { [field]: [message] });
}
