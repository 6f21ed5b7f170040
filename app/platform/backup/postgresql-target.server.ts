import pg from "pg";
import { asText, postgresqlTables } from "./postgresql-tables.server";
import { refusedRow, type Target } from "./restore-target.server";
import { quoted } from "./tables";

export async function postgresqlTarget(databaseUrl: string): Promise<Target> {
  const client = new pg.Client({ connectionString: databaseUrl, types: asText });
  await client.connect();
  return {
    async begin() {
      await client.query("SET statement_timeout = 0");
      await client.query("BEGIN");
      const tables = await postgresqlTables(client);
      const names = tables.map(({ name }) => quoted(name)).join(", ");
      if (names) await client.query(`LOCK TABLE ${names} IN ACCESS EXCLUSIVE MODE`);
      return tables;
    },
    async count({ name }) {
      const { rows } = await client.query<{ count: string }>(`SELECT COUNT(*) FROM ${quoted(name)}`);
      return Number(rows[0]?.count);
    },
    async insert(table, lines) {
      const columns = table.columns.map(({ name }) => quoted(name)).join(", ");
      const source = `json_populate_recordset(NULL::${quoted(table.name)}, $1::json)`;
      const text = `INSERT INTO ${quoted(table.name)} (${columns}) SELECT ${columns} FROM ${source}`;
      await client.query(text, [`[${lines.join(",")}]`]).catch((error: unknown) => {
        throw refusedRow(table, error);
      });
    },
    commit: async () => void (await client.query("COMMIT")),
    close: () => client.end(),
  };
}
