import { spawnSync } from "node:child_process";

/** Applies every migration, the way `attest migrate` does. */
export function migrate(url: string): void {
  const { status, stdout, stderr } = spawnSync("node_modules/.bin/prisma", ["migrate", "deploy"], {
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" },
  });
  if (status !== 0) throw new Error(`Migrations failed:\n${stdout}${stderr}`);
}
