/** The processes that make load, and those that are measured as floors. */
import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { figureOf, type Counted, type Figure } from "./figure";
import { processorTimeOf } from "./process-usage";

const here = import.meta.dirname;

export interface GetLoad {
  url: string;
  /** Of the server. */
  pid: number;
  connections: number;
  seconds: number;
  cookie?: string;
  encoding?: string;
}

export async function measureGets({
  url,
  pid,
  connections,
  seconds,
  cookie,
  encoding,
}: GetLoad): Promise<Figure> {
  const headers = { ...(cookie ? { cookie } : {}), ...(encoding ? { "accept-encoding": encoding } : {}) };
  const child = fork(path.join(here, "get-load.js"), { execArgv: [] });
  const before = processorTimeOf(pid);
  const answer = messageOf(child, isCounted);
  child.send({ url, connections, seconds, headers });
  const counted = await answer.finally(() => child.kill());
  /* Requests that were cut off at the end are still in the server's queue, and would be in the way of the next figure. */
  await fetch(url, { headers }).then((response) => response.arrayBuffer());
  return figureOf(counted, processorTimeOf(pid) - before);
}

export type Sitting = "start" | "answer" | "submit" | "attempt";

/** A load generator that keeps its place between measurements. */
export class Sitters {
  readonly #child: ChildProcess;

  constructor(
    address: string,
    cookies: readonly string[],
    private readonly pid: number,
  ) {
    this.#child = fork(path.join(here, "sitting-load.ts"), { execArgv: ["--import", "tsx"] });
    this.#child.send({ address, cookies });
  }

  async measure(kind: Sitting, connections: number, seconds: number): Promise<Figure> {
    /* The first message says that what has to be there first is there. */
    const ready = messageOf(this.#child, isReady);
    const answer = messageOf(this.#child, isCounted);
    this.#child.send({ kind, connections, seconds });
    await ready;
    const before = processorTimeOf(this.pid);
    const counted = await answer;
    return figureOf(counted, processorTimeOf(this.pid) - before);
  }

  stop(): void {
    this.#child.kill();
  }
}

/** A floor of this kind while `work` runs. */
export async function withFloor<T>(
  kind: "http" | "express" | "react",
  file: string,
  work: (url: string, pid: number) => Promise<T>,
): Promise<T> {
  const child = spawn(process.execPath, [path.join(here, "floor-server.js"), kind, file], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const [port] = (await once(createInterface(child.stdout), "line")) as [string];
    return await work(`http://127.0.0.1:${port}/`, child.pid!);
  } finally {
    child.kill();
  }
}

const isCounted = (message: unknown): message is Counted => typeof message === "object";
const isReady = (message: unknown): message is "ready" => message === "ready";

/** @throws when the process ends without one */
function messageOf<T>(child: ChildProcess, accept: (message: unknown) => message is T): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("A process that makes load has ended."));
    const receive = (message: unknown) => {
      if (!accept(message)) return;
      child.off("exit", ended);
      child.off("message", receive);
      resolve(message);
    };
    child.once("exit", ended);
    child.on("message", receive);
  });
}
