import Database from "better-sqlite3";
import type { Snapshot, Value } from "./snapshot.server";
import { sqliteFile, sqliteTables } from "./sqlite-tables.server";
import { MIGRATIONS_TABLE, quoted, type ColumnKind, type Table } from "./tables";

const BUSY_MS = 10_000;
/** After so many rows whoever waits for this process gets a turn. */
const ROWS_A_TURN = 500;

/** A read transaction on a connection of its own: in WAL mode it neither waits for writers nor holds them up. */
export async function sqliteSnapshot(databaseUrl: string): Promise<Snapshot> {
  const connection = new Database(sqliteFile(databaseUrl), { fileMustExist: true, timeout: BUSY_MS });
  try {
    connection.pragma("query_only = ON");
    connection.exec("BEGIN");
    /* The first read is what fixes the snapshot. */
    const tables = sqliteTables(connection);
    const migrations = connection
      .prepare<[], string>(
        `SELECT "migration_name" FROM ${quoted(MIGRATIONS_TABLE)} WHERE "finished_at" IS NOT NULL ORDER BY 1`,
      )
      .pluck()
      .all();
    return {
      provider: "sqlite",
      migrations,
      tables,
      count: async ({ name }) =>
        connection
          .prepare<[], number>(`SELECT COUNT(*) FROM ${quoted(name)}`)
          .pluck()
          .get() ?? 0,
      rows: (table) => rowsOf(connection, table),
      close: async () => void connection.close(),
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function* rowsOf(
  connection: Database.Database,
  { name, columns, key }: Table,
): AsyncGenerator<readonly Value[]> {
  const cells = columns.map((column) => quoted(column.name)).join(", ");
  const rows = connection
    .prepare<[], (string | number | null)[]>(
      `SELECT ${cells} FROM ${quoted(name)} ORDER BY ${key.map(quoted).join(", ")}`,
    )
    .raw()
    .iterate();
  let read = 0;
  for (const row of rows) {
    yield row.map((cell, index) => valueOf(cell, columns[index]!.kind));
    if (++read % ROWS_A_TURN === 0) await new Promise(setImmediate);
  }
}

function valueOf(cell: string | number | null, kind: ColumnKind): Value {
  return kind === "boolean" && cell !== null ? cell === 1 : cell;
}
