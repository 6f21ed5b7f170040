/** Reads a file of questions in a thread of its own: other requests are served meanwhile, and a file that is too much ends only it. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { Invalid } from "~/platform/errors";
import { log } from "~/platform/log.server";
import type { ExchangeFormat, Parsed, ParsedQuestion } from "./parsed";

export interface FileToParse {
  readonly format: ExchangeFormat;
  readonly bytes: Uint8Array;
}

/** The questions in parts, and at the end all else. */
export type PartOfParsed =
  { readonly questions: readonly ParsedQuestion[] } | { readonly rest: Omit<Parsed, "questions"> };

export interface ParseBounds {
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Far beyond what a file of the largest size takes. */
const BOUNDS: ParseBounds = { milliseconds: 120_000, megabytes: 1_024 };

/** @throws Invalid when reading takes too long or too much memory, or dies */
export async function parseApart(file: FileToParse, bounds: ParseBounds = BOUNDS): Promise<Parsed> {
  const worker = start({
    workerData: file,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
  });
  const questions: ParsedQuestion[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Parsed>((resolve, reject) => {
      worker.on("message", (part: PartOfParsed) => {
        if ("questions" in part) questions.push(...part.questions);
        else resolve({ questions, ...part.rest });
      });
      worker.on("error", (error) => {
        log.warn({ err: error }, "a file of questions could not be read to its end");
        reject(diedOf(error));
      });
      worker.on("exit", () => reject(diedOf(null)));
      timer = setTimeout(() => reject(tooSlow(bounds)), bounds.milliseconds);
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Beside the bundle or above its chunks; sources have to be translated on the way, which a new thread does not know yet. */
function start(options: WorkerOptions): Worker {
  if (import.meta.url.endsWith(".ts")) {
    const source = new URL("./parse-questions-worker.ts", import.meta.url).href;
    const code = `import("tsx/esm/api").then(({ register }) => (register(), import("${source}")))`;
    return new Worker(code, { ...options, eval: true });
  }
  const built = ["./", "../"].map((place) => new URL(`${place}parse-questions-worker.js`, import.meta.url));
  return new Worker(
    built.find((url) => existsSync(fileURLToPath(url)))!,
    options,
  );
}

function tooSlow({ milliseconds }: ParseBounds): Invalid {
  return new Invalid(
    "import-too-slow",
    `Reading this file was stopped after ${Math.round(milliseconds / 1000)} seconds. Nothing was stored: split it into several files.`,
  );
}

function diedOf(error: unknown): Invalid {
  const { code } = (error ?? {}) as { code?: unknown };
  return new Invalid(
    "import-unreadable",
    code === "ERR_WORKER_OUT_OF_MEMORY"
      ? "Reading this file takes more memory than there is for it. Nothing was stored: split it into several files."
      : "This file could not be read to its end. Nothing was stored: split it into several files to find the question that stops it.",
  );
}
