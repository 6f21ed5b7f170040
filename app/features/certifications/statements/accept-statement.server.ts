import { record } from "~/features/ledger/record.server";
import type { Actor } from "~/features/people/actor";
import { subjectAt } from "~/features/people/subject-at.server";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { Conflict } from "~/platform/errors";
import { newId, sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { isInForce } from "../asked-step.server";
import { metBy } from "../earnable";
import { acceptancesOf } from "./acceptances.server";
import { type AskedStatement, askedStatement } from "./asked-statement.server";

interface Accepted {
  readonly certificationId: string;
  readonly statementId: string;
  /** Of the text that the person read. */
  readonly hash: string;
}

/**
 * Once in each run at the certification, however often it is sent.
 * @returns the id of the acceptance, which is the id of its evidence record too
 * @throws NotFound when nobody asks for it, Conflict when the text is another one now or nothing is asked for yet
 */
export async function acceptStatement(actor: Actor, input: Accepted): Promise<string> {
  const asked = await askedStatement(actor, input);
  if (sha256(asked.statement.text) !== input.hash) throw changed();
  if (asked.since === "closed")
    throw new Conflict(
      "not-asked-yet",
      `You hold ${asked.definition.title}, so there is nothing to accept until it can be renewed.`,
    );
  const { since } = asked;
  const write = () => transaction((tx) => accept(tx, actor.personId, { ...asked, since }));
  try {
    return await write();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    /* Sent twice at once: the other one is there by now. */
    return write();
  }
}

async function accept(
  tx: Tx,
  personId: string,
  { definition, revisionId, step, statement, since }: AskedStatement & { readonly since: Date | null },
): Promise<string> {
  if (!(await isInForce(tx, definition.id, revisionId))) throw changed();
  const t = now();
  const earlier = await acceptancesOf(tx, personId, statement.id);
  const met = metBy(step, earlier, since, t);
  if (met) return met.recordId;
  const id = newId();
  const number = earlier.length + 1;
  const { id: statementId, title, text } = statement;
  const asking = { certificationId: definition.id, revisionId };
  await tx.statementAcceptance.create({
    data: { id, personId, statementId, number, title, text, ...asking, acceptedAt: t },
    select: { id: true },
  });
  await record(tx, {
    id,
    kind: "statement-accepted",
    outcome: "accepted",
    subject: await subjectAt(tx, personId, t),
    actorId: personId,
    occurredAt: t,
    title,
    edition: definition.edition,
    certificationId: definition.id,
    document: {
      statement: statementId,
      number,
      title,
      text,
      textHash: sha256(text),
      certification: definition.id,
      certificationRevision: revisionId,
    },
  });
  await enqueue(tx, "evidence-recorded", { personId });
  return id;
}

function changed(): Conflict {
  return new Conflict(
    "statement-changed",
    "The statement was changed while you read it. This is the new text: read it, and accept that.",
  );
}
