import cluster from "node:cluster";
import path from "node:path";
import { parseArgs } from "node:util";
import closeWithGrace from "close-with-grace";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { seedReminderRules } from "~/features/notifications/rules/seed-rules.server";
import { answerMetricsRequests } from "~/platform/metrics.server";
import { log } from "~/platform/log.server";
import { loadDemoCompany } from "~/demo/load-demo-company.server";
import { createServer } from "~/server";
import { syncContent } from "~/sync-content.server";
import { startWorkers } from "~/workers.server";
import type { Command } from "./command";
import { finishUpgrade } from "./finish-upgrade.server";
import { migrate, pendingMigrations } from "./migrate";

const STOP_WITHIN_MS = 15_000;

export const serve: Command = {
  summary: "serve the portal",
  usage: "serve",
  help: `Serves on HOST:PORT with WEB_CONCURRENCY processes, and does the background work.
In demo mode (ATTEST_MODE=demo) it first migrates the database and, the first time, loads the demo company.`,
  async run(args) {
    parseArgs({ args, options: {} });
    if (cluster.isPrimary && !(await prepare())) return 1;
    if (cluster.isPrimary && env.WEB_CONCURRENCY > 1) return superviseProcesses(env.WEB_CONCURRENCY);
    return serveInThisProcess();
  },
};

/** @returns whether the portal can be served */
async function prepare(): Promise<boolean> {
  if (env.ATTEST_MODE === "demo") {
    await migrate.run([]);
    await loadDemoCompany();
  }
  const pending = await pendingMigrations();
  if (pending.length > 0) {
    console.error(`The database is behind this version (${pending.join(", ")}). Run: npx attest migrate`);
    return false;
  }
  /* Where an upgrade was interrupted after its migrations. */
  await finishUpgrade();
  const findings = await syncContent(path.resolve("content"));
  await seedReminderRules();
  if (findings.length > 0)
    console.error(`${findings.length} problems in content/: see npx attest content check`);
  return true;
}

async function superviseProcesses(count: number): Promise<number> {
  answerMetricsRequests();
  await db.$disconnect();
  let stopping = false;
  for (let i = 0; i < count; i++) cluster.fork();
  cluster.on("exit", ({ process: { pid } }, code) => {
    if (stopping) return;
    log.error({ pid, code }, "process ended, another takes its place");
    cluster.fork();
  });
  return new Promise((resolve) => {
    const stop = () => {
      if (stopping) return;
      stopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.kill("SIGTERM");
      const ended = setInterval(() => {
        if (Object.keys(cluster.workers ?? {}).length > 0) return;
        clearInterval(ended);
        resolve(0);
      }, 50);
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
  });
}

async function serveInThisProcess(): Promise<number> {
  const build = await import("virtual:remix/server-build");
  const app = createServer({ build, clientDirectory: path.resolve("build/client") });
  const server = app.listen(env.PORT, env.HOST);
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const stopWorkers = startWorkers();
  if (cluster.isPrimary || cluster.worker?.id === 1) console.log(`Attest is served on ${env.BASE_URL}`);
  log.info({ port: env.PORT, mode: env.ATTEST_MODE }, "serving");

  return new Promise((resolve) => {
    closeWithGrace({ delay: STOP_WITHIN_MS, logger: undefined }, async ({ err }) => {
      if (err) log.fatal({ err }, "stopping after an unexpected error");
      const closed = new Promise((done) => server.close(done));
      server.closeIdleConnections();
      await stopWorkers();
      await closed;
      await db.$disconnect();
      resolve(err ? 1 : 0);
    });
  });
}
