/** The processes that make load, and those that are measured as floors. */
import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { figureOf, type Counted, type Figure } from "./figure";

const here = import.meta.dirname;

export interface GetLoad {
  url: string;
  connections: number;
  seconds: number;
  cookie?: string;
  encoding?: string;
}

export async function measureGets({ url, connections, seconds, cookie, encoding }: GetLoad): Promise<Figure> {
  const headers = { ...(cookie ? { cookie } : {}), ...(encoding ? { "accept-encoding": encoding } : {}) };
  const child = fork(path.join(here, "get-load.js"), { execArgv: [] });
  const counted = answerOf(child);
  child.send({ url, connections, seconds, headers });
  return figureOf(await counted.finally(() => child.kill()));
}

/** A load generator that keeps its place between measurements. */
export class Sitters {
  readonly #child: ChildProcess;

  constructor(address: string, cookies: readonly string[]) {
    this.#child = fork(path.join(here, "sitting-load.ts"), { execArgv: ["--import", "tsx"] });
    this.#child.send({ address, cookies });
  }

  async measure(
    kind: "start" | "answer" | "submit" | "attempt",
    connections: number,
    seconds: number,
  ): Promise<Figure> {
    const counted = answerOf(this.#child);
    this.#child.send({ kind, connections, seconds });
    return figureOf(await counted);
  }

  stop(): void {
    this.#child.kill();
  }
}

export async function withFloor<T>(
  kind: "http" | "express" | "react",
  file: string,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [path.join(here, "floor-server.js"), kind, file], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [port] = (await once(createInterface(child.stdout), "line")) as [string];
    return await work(`http://127.0.0.1:${port}/`);
  } finally {
    child.kill();
  }
}

/** @throws when the process ends without one */
function answerOf(child: ChildProcess): Promise<Counted> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("A process that makes load has ended."));
    child.once("exit", ended);
    child.once("message", (counted: Counted) => {
      child.off("exit", ended);
      resolve(counted);
    });
  });
}
