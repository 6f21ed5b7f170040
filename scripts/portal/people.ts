import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { Portal } from "./portal";

export interface LoadPerson {
  personId: string;
  email: string;
  /** Empty for people who sign in with a password. */
  cookie: string;
}

/** People with a password to sign in with, or with a session from the start. */
export function addPeople(portal: Portal, count: number, password: string | null): Promise<LoadPerson[]> {
  return runScript(portal, [String(count), password ?? "-"]);
}

export async function sessionOf(portal: Portal, email: string): Promise<LoadPerson> {
  const [person] = await runScript(portal, ["session", email]);
  return person!;
}

async function runScript(portal: Portal, args: string[]): Promise<LoadPerson[]> {
  const output = await runSource(portal, "scripts/portal/add-people.ts", args);
  const lines = output.trim().split("\n");
  return lines.map((line) => JSON.parse(line) as LoadPerson);
}

/** Runs a script of the sources with the portal's settings. @returns what it printed */
export async function runSource(portal: Portal, script: string, args: string[]): Promise<string> {
  const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", script, ...args], {
    env: portal.environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  const output = await text(child.stdout);
  if ((await ended) !== 0) throw new Error(`${script} failed.`);
  return output;
}
