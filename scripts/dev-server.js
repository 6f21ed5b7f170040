/* The portal with Vite in front of it: pages change as files are saved. Runs like the demo, on the same data. */
import express from "express";
import { createServer as createVite } from "vite";

const vite = await createVite({ server: { middlewareMode: true }, appType: "custom" });
const { commands } = await vite.ssrLoadModule("/app/cli/commands.ts");
if ((await commands.migrate.run([])) !== 0) process.exit(1);
await commands["demo-data"].run([]);
await commands["content sync"].run([]);

const { createServer } = await vite.ssrLoadModule("/app/server.ts");
const { startWorkers } = await vite.ssrLoadModule("/app/workers.server.ts");
startWorkers();

const port = Number(process.env.PORT ?? 3000);
const build = () => vite.ssrLoadModule("virtual:remix/server-build");
express()
  .use(vite.middlewares)
  .use(async (request, response, next) => createServer({ build: await build() })(request, response, next))
  .listen(port, () => console.log(`Attest is served on http://localhost:${port}`));
