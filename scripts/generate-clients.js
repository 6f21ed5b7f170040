/* One Prisma client a database; both are needed, because which one serves is a setting. */
import { spawnSync } from "node:child_process";

for (const url of ["file:./data/attest.db", "postgresql://localhost/attest"]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/prisma/build/index.js", "generate"],
    {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1" },
    },
  );
  if (status !== 0) {
    console.error(stdout, stderr);
    process.exit(1);
  }
}
