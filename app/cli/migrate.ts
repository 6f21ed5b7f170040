import { spawn } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { db, provider } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import type { Command } from "./command";
import { finishUpgrade } from "./finish-upgrade.server";

export const migrate: Command = {
  summary: "bring the database's tables up to date",
  needs: "database",
  usage: "migrate",
  help: "Applies every migration that DATABASE_URL has not had yet. Safe to run again; make a backup before an upgrade.",
  async run(args) {
    parseArgs({ args, options: {} });
    await mkdir(env.DATA_DIR, { recursive: true });
    const { code, output } = await deploy();
    if (code !== 0) {
      console.error(output);
      return 1;
    }
    await finishUpgrade();
    console.log("The database is up to date.");
    return 0;
  },
};

function deploy(): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
      env: { ...process.env, DATABASE_URL: env.DATABASE_URL, CHECKPOINT_DISABLE: "1" },
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += String(chunk)));
    child.stderr.on("data", (chunk) => (output += String(chunk)));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Names of migrations that this version has and the database has not. */
export async function pendingMigrations(): Promise<string[]> {
  const entries = await readdir(path.join("prisma", provider, "migrations"), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const applied = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`.catch(() => []);
  const done = new Set(applied.map(({ migration_name }) => migration_name));
  return names.filter((name) => !done.has(name)).sort();
}
