#!/usr/bin/env node
/*
 * `npm run demo`, `npm test` and their like from a fresh clone, with nothing but Node and npm: installs, generates and
 * builds what is missing or out of date, and nothing twice. Uses no package, because none may be there yet.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { findOrInstallChromium } from "./find-chromium.js";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const windows = process.platform === "win32";
const OLDEST_NODE = [20, 19];

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
  stop(`Attest needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.`);
}

const tasks = { demo, test, dev, bench, prepare };
const task = tasks[process.argv[2]];
if (!task)
  stop(
    `Use one of: ${Object.keys(tasks)
      .map((name) => `npm run ${name}`)
      .join(", ")}.`,
  );
await task();

function prepare() {
  step(
    "dependencies",
    ["package.json", "package-lock.json", ".npmrc"],
    "node_modules",
    "Installing dependencies",
    () => run("npm", ["ci", "--no-audit", "--no-fund"]),
  );
  const schema = [
    "prisma/schema.prisma",
    "scripts/derive-schemas.js",
    "scripts/generate-clients.js",
    "package-lock.json",
  ];
  step("clients", schema, "app/platform/db/generated/postgresql", "Generating the database clients", () =>
    run("npm", ["run", "--silent", "generate"]),
  );
  const sources = [
    "app",
    "public",
    "vite.config.ts",
    "remix.config.js",
    "tsconfig.json",
    "package-lock.json",
  ];
  step("build", [...sources, "scripts/compress-assets.js"], "build/server", "Building", () =>
    run("npm", ["run", "--silent", "compile"], { NODE_ENV: "production" }),
  );
}

/** Production's build with the demo company. */
async function demo() {
  prepare();
  const port = process.env.PORT || "3000";
  await follow(process.execPath, ["bin/attest.js", "serve"], {
    ATTEST_MODE: "demo",
    PORT: port,
    BASE_URL: process.env.BASE_URL || `http://localhost:${port}`,
    LOG_LEVEL: process.env.LOG_LEVEL || "warn",
  });
}

/** Everything that continuous integration checks. */
function test() {
  prepare();
  const chromium = findOrInstallChromium(stop);
  const bin = (name) => path.join("node_modules", ".bin", name);
  run(process.execPath, ["scripts/check.js"], { PATH: localPath() });
  run(bin("vitest"), ["run"]);
  run(bin("playwright"), ["test"], { CHROMIUM_PATH: chromium });
}

async function dev() {
  prepare();
  await follow(process.execPath, ["scripts/dev-server.js"], { ATTEST_MODE: "demo" });
}

async function bench() {
  prepare();
  await follow(path.join("node_modules", ".bin", "tsx"), ["scripts/bench/run.ts", ...process.argv.slice(3)]);
}

/** Does `work` unless `output` is there and was made from the same `inputs`. */
function step(name, inputs, output, words, work) {
  const stamp = path.join(".cache", `${name}.hash`);
  const fingerprint = hashOf(inputs);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint) return;
  console.log(`${words} …`);
  work();
  mkdirSync(".cache", { recursive: true });
  writeFileSync(stamp, hashOf(inputs));
}

function hashOf(inputs) {
  const hash = createHash("sha256").update(process.version);
  for (const file of inputs.filter(existsSync).flatMap(filesBelow))
    hash.update(file).update(readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(entry) {
  if (!statSync(entry).isDirectory()) return [entry];
  return readdirSync(entry)
    .sort()
    .filter((name) => name !== "generated")
    .flatMap((name) => filesBelow(path.join(entry, name)));
}

function run(command, args, environment = {}) {
  const { status, signal } = spawnSync(command, args, {
    stdio: "inherit",
    shell: windows,
    env: { ...process.env, ...environment },
  });
  if (status !== 0) process.exit(signal ? 1 : (status ?? 1));
}

/** Runs a server in the foreground: a signal reaches it, and its exit code is ours. */
function follow(command, args, environment = {}) {
  const child = spawn(command, args, {
    stdio: "inherit",
    shell: windows,
    env: { ...process.env, ...environment },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise(() => child.on("exit", (code) => process.exit(code ?? 1)));
}

function localPath() {
  return [path.resolve("node_modules", ".bin"), process.env.PATH].join(path.delimiter);
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
