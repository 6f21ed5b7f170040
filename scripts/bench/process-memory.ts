import { readdirSync, readFileSync } from "node:fs";

/** Megabytes resident of a process and all it has started; NaN where there is no /proc. */
export function memoryOf(pid: number): number {
  try {
    const own = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
    return Number(own) / 1_024 + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0);
  } catch {
    return NaN;
  }
}
