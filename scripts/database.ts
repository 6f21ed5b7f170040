/**
 * `change NAME`: writes a migration for both databases from prisma/schema.prisma.
 * `drift`: fails when the migrations of either database no longer lead to the schema.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startPostgres } from "../tests/setup/postgres";

const [command, name] = process.argv.slice(2);
if (command !== "change" && command !== "drift") throw new Error("Use: database.ts change NAME | drift");
if (command === "change" && !name) throw new Error("Name the change.");

const directory = mkdtempSync(path.join(tmpdir(), "attest-schema-"));
const postgres = await startPostgres({ durable: false });
let failed = false;
try {
  const admin = new pg.Client(postgres.urlFor("postgres"));
  await admin.connect();
  await admin.query("CREATE DATABASE schema_work");
  await admin.end();

  for (const [provider, url] of [
    ["sqlite", `file:${path.join(directory, "schema.db")}`],
    ["postgresql", postgres.urlFor("schema_work")],
  ] as const) {
    const folder = `prisma/${provider}/migrations`;
    const compare = ["migrate", "diff", "--from-migrations", folder]
      .concat(["--to-schema-datamodel", `prisma/${provider}/schema.prisma`])
      .concat(command === "change" ? ["--script"] : ["--exit-code"]);
    const { status, stdout } = spawnSync("node_modules/.bin/prisma", compare, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" },
    });
    if (status !== 0) {
      failed = true;
      console.error(`${stdout}\n${provider}: ${command} failed (exit code ${status}).`);
    } else if (command === "change" && !stdout.includes("This is an empty migration")) {
      const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
      const migration = path.join(folder, `${stamp}_${name}`);
      mkdirSync(migration);
      writeFileSync(path.join(migration, "migration.sql"), stdout);
      console.log(`Wrote ${migration}. Read it, then run npm run generate.`);
    } else console.log(`${provider}: nothing to change.`);
  }
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
