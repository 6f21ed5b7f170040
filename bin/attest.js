#!/usr/bin/env node
import { existsSync } from "node:fs";

process.env.NODE_ENV ??= "production";
const built = new URL("../build/server/attest.js", import.meta.url);
if (!existsSync(built)) {
  console.error("Attest is not built yet. Run: npm run build");
  process.exit(2);
}
/* Wrong settings are found while modules load. */
const loaded = await import(built).catch((error) => error);
if (loaded instanceof Error) {
  console.error(loaded.name === "WrongSettings" ? loaded.message : loaded);
  process.exit(1);
}
process.exit(await loaded.main(process.argv.slice(2)));
