/**
 * Starts the built portal with a fresh demo company, once for all journeys, and stops it afterwards. When `PORTAL` holds
 * the address of a portal that runs already, such as `PORTAL=http://localhost:3000 npx playwright test` beside
 * `npm run demo`, the journeys use that one: each makes its own people and courses, so they can be run again and again.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../setup/free-port";
import { untilReady } from "../setup/until-ready";

export default async function startPortal() {
  if (process.env.PORTAL) return;
  const directory = mkdtempSync(path.join(tmpdir(), "attest-e2e-"));
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn(process.execPath, ["bin/attest.js", "serve"], {
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ATTEST_MODE: "demo",
      PORT: String(port),
      BASE_URL: address,
      DATA_DIR: directory,
      DATABASE_URL: `file:${path.join(directory, "attest.db")}`,
      LOG_LEVEL: "error",
    },
  });
  process.env.PORTAL = address;
  await untilReady(`${address}/readyz`, server);
  return () => {
    server.kill("SIGTERM");
    rmSync(directory, { recursive: true, force: true });
  };
}
