import { record } from "~/features/ledger/record.server";
import { subjectAt } from "~/features/people/subject-at.server";
import type { JsonObject } from "~/platform/canonical-json";
import type { Tx } from "~/platform/db/client.server";

interface ExternalFact {
  /** Of the row that it proves. */
  readonly id: string;
  readonly kind: "external-certificate-sent" | "external-certificate-decided";
  readonly outcome: "sent" | "accepted" | "refused" | "withdrawn" | "revoked";
  readonly actorId: string;
  readonly reason?: string;
  readonly occurredAt: Date;
  readonly document: JsonObject;
}

interface About {
  readonly personId: string;
  readonly title: string;
  readonly issuer: string;
  readonly certificationId: string;
}

/** Evidence of what became of a certificate of somebody else. */
export async function recordExternal(tx: Tx, about: About, fact: ExternalFact): Promise<void> {
  await record(tx, {
    ...fact,
    subject: await subjectAt(tx, about.personId, fact.occurredAt),
    title: about.title,
    edition: about.issuer,
    certificationId: about.certificationId,
  });
}
