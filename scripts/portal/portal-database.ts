import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { startPostgres } from "../../tests/setup/postgres";

export interface PortalDatabase {
  url: string;
  stop(): Promise<void>;
}

/** A database for a portal of its own: a file, or a real PostgreSQL server that is gone afterwards. */
export async function portalDatabase(provider: string, dataDirectory: string): Promise<PortalDatabase> {
  if (provider === "sqlite")
    return { url: `file:${path.join(dataDirectory, "attest.db")}`, stop: async () => {} };
  if (provider !== "postgresql") throw new Error("--database is sqlite or postgresql.");
  const server = await startPostgres();
  const admin = new pg.Client(server.urlFor("postgres"));
  await admin.connect();
  await admin.query("CREATE DATABASE attest");
  await admin.end();
  return { url: server.urlFor("attest"), stop: () => server.stop() };
}

export type Row = Record<string, string | number | null>;

/** Reads past the portal. */
export async function readRows(url: string, sql: string): Promise<Row[]> {
  if (url.startsWith("file:")) {
    const file = new Database(url.slice("file:".length), { readonly: true });
    try {
      return file.prepare<[], Row>(sql).all();
    } finally {
      file.close();
    }
  }
  const client = new pg.Client(url);
  await client.connect();
  return (await client.query<Row>(sql).finally(() => client.end())).rows;
}
