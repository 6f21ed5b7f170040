/**
 * `change NAME`: writes a migration for both databases from prisma/schema.prisma.
 * `drift`: fails when the migrations of either database no longer lead to the schema.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startPostgres } from "../tests/setup/postgres";

const [command, name] = process.argv.slice(2);
if (command !== "change" && command !== "drift") throw new Error("Use: database.ts change NAME | drift");
if (command === "change" && !name) throw new Error("Name the change.");

const directory = mkdtempSync(path.join(tmpdir(), "attest-schema-"));
const postgres = await startPostgres();
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
    const args =
      command === "change"
        ? ["migrate", "dev", "--skip-generate", "--name", name!]
        : ["migrate", "diff", "--from-migrations", `prisma/${provider}/migrations`].concat([
            "--to-schema-datamodel",
            `prisma/${provider}/schema.prisma`,
            "--exit-code",
          ]);
    const { status } = spawnSync("node_modules/.bin/prisma", args, {
      stdio: "inherit",
      env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" },
    });
    if (status !== 0) {
      failed = true;
      console.error(`${provider}: ${command} failed (exit code ${status}).`);
    }
  }
} finally {
  await postgres.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
