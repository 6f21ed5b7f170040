/* Everything that can be judged without running the product. Runs all of it, then says what failed. */
import { spawn } from "node:child_process";

const steps = [
  ["format", "prettier", ["--check", "--log-level", "warn", "."]],
  ["lint", "eslint", ["--max-warnings", "0", "--cache", "--cache-location", ".cache/eslint", "."]],
  ["types", "tsc", ["--noEmit"]],
  ["architecture", "vitest", ["run", "--project", "unit", "tests/architecture"]],
  ["dead code", "knip", []],
  ["content", process.execPath, ["bin/attest.js", "content", "check"]],
  ["database drift", "tsx", ["scripts/database.ts", "drift"]],
];

/* Linting with types takes as long as all else together, so the two go on side by side. */
const lint = steps.filter(([name]) => name === "lint");
const rest = steps.filter(([name]) => name !== "lint");
const failed = (await Promise.all([lint, rest].map(runInTurn))).flat();
if (failed.length > 0) {
  console.error(`Check failed: ${failed.join(", ")}.`);
  process.exit(1);
}

async function runInTurn(of) {
  const failures = [];
  for (const [name, command, args] of of) {
    const started = performance.now();
    const { code, output } = await run(command, args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${output}${code === 0 ? "ok    " : "FAILED"}  ${name} (${seconds} s)\n`);
    if (code !== 0) failures.push(name);
  }
  return failures;
}

/** What it says is kept together, because another step speaks at the same time. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on("close", (code) => resolve({ code, output }));
  });
}
