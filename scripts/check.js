/* Everything that can be judged without running the product. Runs all of it, then says what failed. */
import { spawnSync } from "node:child_process";

const steps = [
  ["format", "prettier", ["--check", "--log-level", "warn", "."]],
  ["lint", "eslint", ["--max-warnings", "0", "--cache", "--cache-location", ".cache/eslint", "."]],
  ["types", "tsc", ["--noEmit"]],
  ["architecture", "vitest", ["run", "--project", "unit", "tests/architecture"]],
  ["dead code", "knip", []],
  ["content", process.execPath, ["bin/attest.js", "content", "check"]],
  ["database drift", "tsx", ["scripts/database.ts", "drift"]],
];

const failed = [];
for (const [name, command, args] of steps) {
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok    " : "FAILED"}  ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`Check failed: ${failed.join(", ")}.`);
  process.exit(1);
}
