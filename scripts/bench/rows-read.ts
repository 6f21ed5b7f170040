/** How many rows PostgreSQL reads for a piece of work: every statement is explained while it runs. */
import pg from "pg";
import { db, provider } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";

interface Sent {
  query: string;
  params: string;
}

interface Plan {
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Relation Name"?: string;
  Plans?: Plan[];
}

const sent: Sent[] = [];
/* Statements are told of only where COUNT_QUERIES is set. */
if (env.COUNT_QUERIES)
  (db as unknown as { $on(event: "query", tell: (statement: Sent) => void): void }).$on(
    "query",
    (statement) => sent.push(statement),
  );

/** Null on SQLite, which does not say. */
export async function rowsRead(work: () => Promise<unknown>): Promise<number | null> {
  if (provider === "sqlite") return null;
  sent.length = 0;
  await work();
  const statements = [...sent];
  const client = new pg.Client(env.DATABASE_URL);
  await client.connect();
  try {
    let rows = 0;
    for (const { query, params } of statements) {
      const explained = await client.query<{ "QUERY PLAN": [{ Plan: Plan }] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) ${query}`,
        JSON.parse(params) as unknown[],
      );
      rows += scanned(explained.rows[0]!["QUERY PLAN"][0].Plan);
    }
    return rows;
  } finally {
    await client.end();
  }
}

function scanned(plan: Plan): number {
  const own = plan["Relation Name"]
    ? (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]
    : 0;
  return (plan.Plans ?? []).reduce((sum, part) => sum + scanned(part), own);
}
