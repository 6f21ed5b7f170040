/** More databases for tests that move data between two. */
import { randomBytes } from "node:crypto";
import { copyFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { inject } from "vitest";
import { migrate } from "./migrate";

/** Empty and migrated. */
export function emptySqlite(directory: string): string {
  const file = path.join(directory, "attest.db");
  if (process.env.TEST_PROVIDER === "sqlite") copyFileSync(inject("sqliteTemplate"), file);
  else migrate(`file:${file}`);
  return `file:${file}`;
}

/** Empty and migrated; only where the tests have a PostgreSQL server. */
export function emptyPostgresql(): Promise<string> {
  return createPostgresql("attest_template");
}

/** With nothing in it at all. */
export function unmigratedPostgresql(): Promise<string> {
  return createPostgresql("template0");
}

async function createPostgresql(template: string): Promise<string> {
  const name = `second_${randomBytes(6).toString("hex")}`;
  const url = new URL(inject("postgresTemplate"));
  url.pathname = "/postgres";
  const admin = new pg.Client(url.href);
  await admin.connect();
  await admin.query("SELECT pg_advisory_lock(1)");
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE ${template}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** On a connection of its own to any database. */
export async function runSql(url: string, sql: string): Promise<void> {
  if (url.startsWith("file:")) {
    const file = new Database(url.slice("file:".length));
    try {
      file.exec(sql);
    } finally {
      file.close();
    }
    return;
  }
  const client = new pg.Client(url);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
