/** Rows in and out of the database as one JSON text: Prisma's client takes ten times as long for rows and columns. */
import { db, provider, sql, type Prisma } from "~/platform/db/client.server";

export async function readRows<Row>(
  columns: Prisma.Sql,
  from: Prisma.Sql,
  client: Pick<typeof db, "$queryRaw"> = db,
): Promise<Row[]> {
  const [result] = await client.$queryRaw<{ rows: string | null }[]>(
    provider === "sqlite"
      ? sql`SELECT json_group_array(json_array(${columns})) AS "rows" FROM ${from}`
      : sql`SELECT CAST(json_agg(json_build_array(${columns})) AS TEXT) AS "rows" FROM ${from}`,
  );
  return JSON.parse(result?.rows ?? "[]") as Row[];
}

/** The column n of a row is `e.value->>n`. */
export function elementsOf(rows: readonly (readonly unknown[])[]): Prisma.Sql {
  const text = JSON.stringify(rows);
  return provider === "sqlite"
    ? sql`json_each(${text}) AS e`
    : sql`json_array_elements(CAST(${text} AS JSON)) AS e(value)`;
}

export function among(ids: readonly string[]): Prisma.Sql {
  const text = JSON.stringify(ids);
  return provider === "sqlite"
    ? sql`IN (SELECT value FROM json_each(${text}))`
    : sql`IN (SELECT json_array_elements_text(CAST(${text} AS JSON)))`;
}
