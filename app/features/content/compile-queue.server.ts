/** Compiles one lesson at a time. Someone waiting for a preview goes before the content that is brought in at start. */
import { Unavailable } from "~/platform/errors";

type Lane = "studio" | "git";
interface Job {
  run: () => Promise<void>;
}

const MOST_WAITING = 50;
const waiting: Record<Lane, Job[]> = { studio: [], git: [] };
let busy = false;

/** @throws Unavailable when too many are waiting already */
export function enqueueCompile<T>(lane: Lane, work: () => Promise<T>): Promise<T> {
  if (waiting[lane].length >= MOST_WAITING)
    throw new Unavailable(
      "compile-queue-full",
      "Many lessons are being prepared at this moment. Please try again shortly.",
    );
  return new Promise<T>((resolve, reject) => {
    waiting[lane].push({ run: () => work().then(resolve, reject) });
    void drain();
  });
}

async function drain(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    for (let job = next(); job; job = next()) await job.run();
  } finally {
    busy = false;
  }
}

function next(): Job | undefined {
  return waiting.studio.shift() ?? waiting.git.shift();
}
