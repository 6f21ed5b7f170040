import pg from "pg";
import { asText, postgresqlTables } from "./postgresql-tables.server";
import type { Snapshot, Value } from "./snapshot.server";
import { MIGRATIONS_TABLE, quoted, type ColumnKind, type Table } from "./tables";

const BATCH = 500;

/** One transaction that sees the database as of its first statement, however long it reads. */
export async function postgresqlSnapshot(databaseUrl: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: databaseUrl, types: asText });
  await client.connect();
  try {
    await client.query(
      `SET DateStyle = 'ISO'; SET extra_float_digits = 1; SET statement_timeout = 0;
       SET idle_in_transaction_session_timeout = 0`,
    );
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = await postgresqlTables(client);
    const { rows: migrations } = await client.query<{ migration_name: string }>(
      `SELECT "migration_name" FROM ${quoted(MIGRATIONS_TABLE)} WHERE "finished_at" IS NOT NULL ORDER BY 1`,
    );
    return {
      provider: "postgresql",
      migrations: migrations.map(({ migration_name }) => migration_name),
      tables,
      async count({ name }) {
        const { rows } = await client.query<{ count: string }>(`SELECT COUNT(*) FROM ${quoted(name)}`);
        return Number(rows[0]?.count);
      },
      rows: (table) => rowsOf(client, table),
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function* rowsOf(client: pg.Client, table: Table): AsyncGenerator<readonly Value[]> {
  const kinds = table.columns.map(({ kind }) => kind);
  await client.query(`DECLARE reading NO SCROLL CURSOR FOR ${selectOf(table)}`);
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${BATCH} FROM reading`,
      rowMode: "array",
    });
    for (const row of rows) yield row.map((cell, index) => valueOf(cell, kinds[index]!));
    if (rows.length < BATCH) break;
  }
  await client.query("CLOSE reading");
}

/** In the order of bytes, as SQLite sorts: the same rows make the same backup, whichever database they come from. */
function selectOf({ name, columns, key }: Table): string {
  const cells = columns.map((column) => quoted(column.name)).join(", ");
  const isText = (column: string) => columns.find((each) => each.name === column)?.kind === "text";
  const order = key.map((column) => (isText(column) ? `${quoted(column)} COLLATE "C"` : quoted(column)));
  return `SELECT ${cells} FROM ${quoted(name)} ORDER BY ${order.join(", ")}`;
}

function valueOf(cell: string | null, kind: ColumnKind): Value {
  if (cell === null || kind === "text") return cell;
  if (kind === "boolean") return cell === "t";
  return kind === "date" ? isoDate(cell) : Number(cell);
}

/** "2026-03-04 10:00:00.12" as the portal writes dates in SQLite: 2026-03-04T10:00:00.120+00:00. */
function isoDate(text: string): string {
  const [seconds, fraction = ""] = text.replace(" ", "T").split(".");
  return `${seconds}.${fraction.padEnd(3, "0")}+00:00`;
}
