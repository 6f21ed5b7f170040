import { record, type Fact } from "~/features/ledger/record.server";
import { subjectAt } from "~/features/people/subject-at.server";
import type { Tx } from "~/platform/db/client.server";
import type { SignOff } from "./find-sign-off.server";
import type { SignOffDocument } from "./sign-off-document";

interface Happened extends Pick<Fact, "kind" | "outcome" | "actorId" | "occurredAt" | "reason"> {
  readonly id: string;
  readonly document: SignOffDocument;
}

/** Writes the evidence of what happened to a sign-off, in the transaction in which it happens. */
export async function recordSignOff(
  tx: Tx,
  { personId, definition }: Pick<SignOff, "personId" | "definition">,
  { document, ...happened }: Happened,
): Promise<void> {
  await record(tx, {
    ...happened,
    subject: await subjectAt(tx, personId, happened.occurredAt),
    title: definition.title,
    edition: definition.edition,
    ...(definition.standard ? { standard: definition.standard } : {}),
    clauses: definition.clauses,
    document,
  });
}
