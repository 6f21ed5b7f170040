/** The built portal in demo mode, as a process group of its own that can be stopped, or killed with all it has started. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { untilReady } from "../../tests/setup/until-ready";

export interface PortalSettings {
  /** See `stagePortal`. */
  stage: string;
  dataDirectory: string;
  databaseUrl: string;
  port: number;
  processes: number;
}

export class Portal {
  readonly address: string;
  #process: ChildProcess | undefined;

  constructor(private readonly settings: PortalSettings) {
    this.address = `http://127.0.0.1:${settings.port}`;
    process.on("exit", () => this.#signal("SIGKILL"));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));
  }

  get environment(): NodeJS.ProcessEnv {
    const { port, dataDirectory, databaseUrl, processes } = this.settings;
    return {
      ...process.env,
      NODE_ENV: "production",
      ATTEST_MODE: "demo",
      PORT: String(port),
      HOST: "127.0.0.1",
      BASE_URL: this.address,
      DATA_DIR: dataDirectory,
      DATABASE_URL: databaseUrl,
      LOG_LEVEL: "error",
      WEB_CONCURRENCY: String(processes),
    };
  }

  get pid(): number {
    return this.#process!.pid!;
  }

  begin(): void {
    this.#process = spawn(process.execPath, [path.resolve("bin/attest.js"), "serve"], {
      cwd: this.settings.stage,
      env: this.environment,
      stdio: ["ignore", "ignore", "inherit"],
      detached: true,
    });
  }

  async start(): Promise<void> {
    this.begin();
    await this.ready();
  }

  ready(): Promise<void> {
    return untilReady(`${this.address}/readyz`, this.#process!);
  }

  stop(): Promise<void> {
    return this.#end("SIGTERM");
  }

  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  /** A command of the portal. @returns its exit code */
  async run(...args: string[]): Promise<number> {
    const child = spawn(process.execPath, [path.resolve("bin/attest.js"), ...args], {
      cwd: this.settings.stage,
      env: this.environment,
      stdio: "inherit",
    });
    const [code] = (await once(child, "exit")) as [number | null];
    return code ?? 1;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    this.#signal(signal);
    await ended;
  }

  /** To the whole group at a kill, to the first process for an orderly stop. */
  #signal(signal: NodeJS.Signals): void {
    const child = this.#process;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    if (signal === "SIGKILL") process.kill(-child.pid, signal);
    else child.kill(signal);
  }
}
