/** Standards and their clauses, for filters and labels. They are public within the company: no permission applies. */
import { db } from "~/platform/db/client.server";

interface StandardChoice {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly clauses: readonly { readonly key: string; readonly number: string; readonly title: string }[];
}

/** Every standard with its clauses in the order of the document. */
export async function listStandards(): Promise<StandardChoice[]> {
  return db.standard.findMany({
    orderBy: [{ number: "asc" }, { edition: "asc" }],
    select: {
      id: true,
      title: true,
      edition: true,
      clauses: { orderBy: { position: "asc" }, select: { key: true, number: true, title: true } },
    },
  });
}

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
      { key, label: labelOf(key, number, title), summary },
    ]),
  );
}

function labelOf(key: string, number: string, title: string): string {
  const standard = key.slice(0, key.indexOf("/"));
  const [name = "", edition = ""] = standard.split(":");
  return `${name.toUpperCase().replaceAll("-", " ")}:${edition}, ${number} ${title}`;
}
