import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const MOST_SECONDS = 600;

/** Resolves when the address answers 200. @throws when the server ends first, or never gets there */
export async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < MOST_SECONDS * 5; tries++) {
    if (server.exitCode !== null) throw new Error(`The server ended with exit code ${server.exitCode}.`);
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) return;
    await sleep(200);
  }
  throw new Error(`The server did not get ready within ${MOST_SECONDS} seconds.`);
}
