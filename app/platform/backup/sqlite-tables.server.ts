import type Database from "better-sqlite3";
import { isCopied, kindOf, type Table } from "./tables";

export function sqliteFile(databaseUrl: string): string {
  return databaseUrl.slice("file:".length).replace(/\?.*$/, "");
}

export function sqliteTables(connection: Database.Database): Table[] {
  const names = connection
    .prepare<[], string>(
      `SELECT "name" FROM sqlite_master
       WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY "name"`,
    )
    .pluck()
    .all()
    .filter(isCopied);
  return names.map((name) => {
    const columns = connection
      .prepare<[string], { name: string; type: string; pk: number }>(
        `SELECT "name", "type", "pk" FROM pragma_table_info(?) ORDER BY "cid"`,
      )
      .all(name);
    const refersTo = connection
      .prepare<[string], string>(`SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)`)
      .pluck()
      .all(name);
    return {
      name,
      columns: columns.map((column) => ({ name: column.name, kind: kindOf(column.type) })),
      key: columns
        .filter(({ pk }) => pk > 0)
        .sort((a, b) => a.pk - b.pk)
        .map((column) => column.name),
      refersTo,
    };
  });
}
