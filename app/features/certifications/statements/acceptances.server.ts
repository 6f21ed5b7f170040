import { type db, type Tx } from "~/platform/db/client.server";
import type { StatementEvidence } from "../earnable";

/** Everything that a person has accepted under this name, the oldest first. */
export async function acceptancesOf(
  reader: typeof db | Tx,
  personId: string,
  statementId: string,
): Promise<StatementEvidence[]> {
  const rows = await reader.statementAcceptance.findMany({
    where: { personId, statementId },
    orderBy: { number: "asc" },
    select: { id: true, text: true, acceptedAt: true },
  });
  return rows.map(({ id, text, acceptedAt }) => ({
    kind: "statement",
    slug: statementId,
    at: acceptedAt,
    recordId: id,
    text,
  }));
}
