import type pg from "pg";
import { isCopied, kindOf, type Table } from "./tables";

/** Values as the database writes them: no time zone of this machine comes in between. */
export const asText = { getTypeParser: () => (value: string) => value };

interface ColumnRow {
  table: string;
  column: string;
  type: string;
}

export async function postgresqlTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<ColumnRow>(
    `SELECT c.table_name AS "table", c.column_name AS "column", c.data_type AS "type"
     FROM information_schema.columns c
     JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
     WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
     ORDER BY c.table_name COLLATE "C", c.ordinal_position`,
  );
  const columns = rows.filter(({ table }) => isCopied(table));
  const { rows: keys } = await client.query<{ table: string; column: string }>(
    `SELECT k.table_name AS "table", k.column_name AS "column"
     FROM information_schema.table_constraints t
     JOIN information_schema.key_column_usage k
       ON k.constraint_schema = t.constraint_schema AND k.constraint_name = t.constraint_name
      AND k.table_name = t.table_name
     WHERE t.constraint_type = 'PRIMARY KEY' AND t.table_schema = current_schema()
     ORDER BY k.ordinal_position`,
  );
  const { rows: references } = await client.query<{ table: string; other: string }>(
    `SELECT source.relname AS "table", target.relname AS "other"
     FROM pg_constraint c
     JOIN pg_class source ON source.oid = c.conrelid
     JOIN pg_class target ON target.oid = c.confrelid
     WHERE c.contype = 'f' AND source.relnamespace = current_schema()::regnamespace`,
  );
  return [...new Set(columns.map(({ table }) => table))].map((name) => ({
    name,
    columns: columns
      .filter(({ table }) => table === name)
      .map(({ column, type }) => ({ name: column, kind: kindOf(type) })),
    key: keys.filter(({ table }) => table === name).map(({ column }) => column),
    refersTo: references.filter(({ table }) => table === name).map(({ other }) => other),
  }));
}
