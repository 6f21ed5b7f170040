/** What somebody with the database's password can do: SQL with triggers and foreign keys switched off. */
import Database from "better-sqlite3";
import pg from "pg";
import { provider } from "~/platform/db/client.server";

export type Row = Record<string, string | number | null>;
export interface Column {
  readonly name: string;
  readonly kind: "text" | "integer" | "real" | "date";
  readonly nullable: boolean;
  readonly key: boolean;
}
interface Run {
  (sql: string, values?: Row[string][]): Promise<Row[]>;
}

export async function behindThePortal<T>(work: (run: Run) => Promise<T>): Promise<T> {
  const url = process.env.DATABASE_URL!;
  if (provider === "postgresql") {
    /* Text keeps dates as they are stored: no time zone of this machine comes in between. */
    const asText = { getTypeParser: () => (value: string) => value };
    const client = new pg.Client({ connectionString: url, types: asText });
    await client.connect();
    try {
      await client.query("SET session_replication_role = replica");
      return await work(async (sql, values = []) => {
        let count = 0;
        return (
          await client.query<Row>(
            sql.replaceAll("?", () => `$${++count}`),
            values,
          )
        ).rows;
      });
    } finally {
      await client.end();
    }
  }
  const file = new Database(url.slice("file:".length), { timeout: 10_000 });
  try {
    file.pragma("foreign_keys = OFF");
    const triggers = file.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all() as {
      name: string;
      sql: string;
    }[];
    for (const { name } of triggers) file.exec(`DROP TRIGGER "${name}"`);
    try {
      return await work(async (sql, values = []) => {
        const statement = file.prepare<Row[string][], Row>(sql);
        if (statement.reader) return statement.all(...values);
        statement.run(...values);
        return [];
      });
    } finally {
      for (const { sql } of triggers) file.exec(sql);
    }
  } finally {
    file.close();
  }
}

/** The columns of a table as the database itself lists them, so that a new one cannot be forgotten. */
export async function columnsOf(run: Run, table: string): Promise<Column[]> {
  if (provider === "sqlite") {
    const rows = await run(`SELECT "name", "type", "notnull", "pk" FROM pragma_table_info(?)`, [table]);
    return rows.map((row) => ({
      name: String(row.name),
      kind: kindOf(String(row.type)),
      nullable: row.notnull === 0,
      key: Number(row.pk) > 0,
    }));
  }
  const rows = await run(
    `SELECT c.column_name AS name, c.data_type AS type, c.is_nullable AS nullable,
       EXISTS (SELECT 1 FROM information_schema.key_column_usage k WHERE k.table_name = c.table_name
         AND k.column_name = c.column_name AND k.constraint_name = c.table_name || '_pkey') AS pk
     FROM information_schema.columns c WHERE c.table_name = ? ORDER BY c.ordinal_position`,
    [table],
  );
  return rows.map((row) => ({
    name: String(row.name),
    kind: kindOf(String(row.type)),
    nullable: row.nullable === "YES",
    key: row.pk === "t",
  }));
}

function kindOf(type: string): Column["kind"] {
  if (/^(integer|boolean)$/i.test(type)) return "integer";
  if (/^(real|double precision)$/i.test(type)) return "real";
  return /^(datetime|timestamp)/i.test(type) ? "date" : "text";
}
