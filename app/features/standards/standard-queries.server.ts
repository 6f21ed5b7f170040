/** What a clause key means. Standards are open to everyone in the company: no permission applies. */
import { db } from "~/platform/db/client.server";
import { clauseLabel } from "./clause-label";

interface ClauseLabel {
  readonly key: string;
  /** "ISO 9001:2015, 7.2 Competence" */
  readonly label: string;
  readonly summary: string;
}

/** Labels by key. A key that no longer has a clause is left out. */
export async function clauseLabels(keys: readonly string[]): Promise<Map<string, ClauseLabel>> {
  if (keys.length === 0) return new Map();
  const clauses = await db.clause.findMany({
    where: { key: { in: [...new Set(keys)] } },
    select: { key: true, number: true, title: true, summary: true },
  });
  return new Map(
    clauses.map(({ key, number, title, summary }) => [
      key,
      { key, label: clauseLabel(key, number, title), summary },
    ]),
  );
}
