/** Gives every test file a database of its own, copied from the migrated template, and a folder for blobs and keys. */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

const directory = mkdtempSync(path.join(tmpdir(), "attest-test-"));
process.env.DATA_DIR = directory;
process.env.DATABASE_URL = process.env.TEST_PROVIDER === "postgresql" ? await copyPostgres() : copySqlite();

afterAll(async () => {
  const { db } = await import("~/platform/db/client.server");
  await db.$disconnect();
  rmSync(directory, { recursive: true, force: true });
});

function copySqlite(): string {
  const file = path.join(directory, "test.db");
  copyFileSync(inject("sqliteTemplate"), file);
  return `file:${file}`;
}

async function copyPostgres(): Promise<string> {
  const template = new URL(inject("postgresTemplate"));
  const name = path
    .basename(directory)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "_");
  const postgres = new URL(template);
  postgres.pathname = "/postgres";
  const admin = new pg.Client(postgres.href);
  await admin.connect();
  /* PostgreSQL refuses to copy a template while another session copies it. */
  await admin.query("SELECT pg_advisory_lock(1)");
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE attest_template`);
  await admin.end();
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
}
