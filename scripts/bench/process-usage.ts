import { readdirSync, readFileSync } from "node:fs";

/** What `getconf CLK_TCK` says on every Linux that matters. */
const TICKS_A_SECOND = 100;

/** Megabytes resident of a process and all it has started; NaN where there is no /proc. */
export function memoryOf(pid: number): number {
  return sumOverTree(pid, (each) => {
    const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${each}/status`, "utf8"))?.[1];
    return Number(resident) / 1_024;
  });
}

/** Seconds of processor time that they have used so far: says the same however busy the machine is with other things. */
export function processorTimeOf(pid: number): number {
  return sumOverTree(pid, (each) => {
    const stat = readFileSync(`/proc/${each}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  });
}

function sumOverTree(pid: number, valueOf: (pid: number) => number): number {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean),
    );
    return children.reduce((sum, child) => sum + sumOverTree(Number(child), valueOf), valueOf(pid));
  } catch {
    return NaN;
  }
}
