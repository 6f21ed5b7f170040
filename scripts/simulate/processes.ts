import { type ChildProcess, fork } from "node:child_process";
import path from "node:path";
import type { Work, WorkName } from "./work";

/** Another process of the product, as the driver sees it: one piece of work at a time. */
export class AppProcess {
  readonly #child: ChildProcess;
  #ready: Promise<unknown>;

  constructor(settings: Record<string, string>) {
    this.#child = fork(path.join(import.meta.dirname, "app-process.ts"), {
      execArgv: ["--import", "tsx"],
      env: { ...process.env, ...settings },
      serialization: "advanced",
    });
    this.#ready = this.#answer();
  }

  async do<Name extends WorkName>(name: Name, input: Work[Name][0]): Promise<Work[Name][1]> {
    await this.#ready;
    this.#child.send({ name, input });
    const answer = this.#answer();
    this.#ready = answer;
    return (await answer) as Work[Name][1];
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    if (this.#child.connected) this.#child.disconnect();
    await ended;
  }

  #answer(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error("A process of the product has ended."));
      this.#child.once("exit", ended);
      this.#child.once("message", ({ result, error }: { result?: unknown; error?: string }) => {
        this.#child.off("exit", ended);
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      });
    });
  }
}
