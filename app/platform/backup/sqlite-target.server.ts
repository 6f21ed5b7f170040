import { mkdir } from "node:fs/promises";
import path from "node:path";
import Database from "better-sqlite3";
import { refusedRow, type Target } from "./restore-target.server";
import type { Value } from "./snapshot.server";
import { sqliteFile, sqliteTables } from "./sqlite-tables.server";
import { quoted, type Table } from "./tables";

const BUSY_MS = 10_000;

export async function sqliteTarget(databaseUrl: string): Promise<Target> {
  const file = sqliteFile(databaseUrl);
  await mkdir(path.dirname(file), { recursive: true });
  const connection = new Database(file, { timeout: BUSY_MS });
  connection.pragma("foreign_keys = ON");
  connection.pragma("synchronous = FULL");
  const inserts = new Map<string, Database.Statement<Value[]>>();

  function insertInto({ name, columns }: Table): Database.Statement<Value[]> {
    const known = inserts.get(name);
    if (known) return known;
    const names = columns.map((column) => quoted(column.name)).join(", ");
    const places = columns.map(() => "?").join(", ");
    const statement = connection.prepare<Value[]>(
      `INSERT INTO ${quoted(name)} (${names}) VALUES (${places})`,
    );
    inserts.set(name, statement);
    return statement;
  }

  return {
    async begin() {
      connection.exec("BEGIN IMMEDIATE");
      return sqliteTables(connection);
    },
    count: async ({ name }) =>
      connection
        .prepare<[], number>(`SELECT COUNT(*) FROM ${quoted(name)}`)
        .pluck()
        .get() ?? 0,
    async insert(table, lines) {
      const statement = insertInto(table);
      try {
        for (const line of lines) {
          const row = JSON.parse(line) as Record<string, Value>;
          statement.run(...table.columns.map(({ name }) => storable(row[name])));
        }
      } catch (error) {
        throw refusedRow(table, error);
      }
    },
    commit: async () => void connection.exec("COMMIT"),
    close: async () => void connection.close(),
  };
}

function storable(value: Value | undefined): string | number | null {
  if (typeof value === "boolean") return value ? 1 : 0;
  return value ?? null;
}
