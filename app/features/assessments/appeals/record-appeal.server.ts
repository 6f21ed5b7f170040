import { record } from "~/features/ledger/record.server";
import { subjectAt } from "~/features/people/subject-at.server";
import type { JsonObject } from "~/platform/canonical-json";
import type { Tx } from "~/platform/db/client.server";
import { blueprintOf } from "../blueprints/blueprints.server";

interface AppealFact {
  /** Given for the filing, whose record is known by the appeal's own id. */
  readonly id?: string;
  readonly kind: "appeal-filed" | "appeal-decided";
  readonly outcome: string;
  readonly actorId: string;
  readonly reason?: string;
  readonly occurredAt: Date;
  readonly document: JsonObject;
}

/** Evidence of what became of an appeal to this attempt. */
export async function recordAppeal(tx: Tx, attemptId: string, fact: AppealFact): Promise<void> {
  const attempt = await tx.attempt.findUniqueOrThrow({
    where: { id: attemptId },
    select: {
      personId: true,
      assessmentId: true,
      revisionId: true,
      submittedAt: true,
      revision: { select: { number: true } },
    },
  });
  const { title, standard } = await blueprintOf(attempt.revisionId, tx);
  await record(tx, {
    ...fact,
    subject: await subjectAt(tx, attempt.personId, attempt.submittedAt ?? fact.occurredAt),
    title,
    edition: `Revision ${attempt.revision.number}`,
    assessmentId: attempt.assessmentId,
    ...(standard === null ? {} : { standard }),
  });
}
