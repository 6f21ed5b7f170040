/** The figures of one round against a running portal. */
import { readFile } from "node:fs/promises";
import { runSource } from "../portal/people";
import type { Portal } from "../portal/portal";
import { figureOf, type Counted, type Results } from "./figure";
import { measureGets, withFloor, type Sitters, type Sitting } from "./load-processes";

export const CONNECTIONS = [1, 16, 64];
export const LESSON = "a lesson";
export const ANSWER = "an answer saved";
export const REACT_FLOOR = "floor: React 18 streaming 300 elements";
export const INSERT_FLOOR = "floor: Prisma alone, one durable insert";
export const ATTEMPT = "a whole attempt of ten questions";
export const ATTEMPTS_AT_ONCE = 8;
/** Until the processor runs what the compiler made of the code that a sitting goes through. */
const WARM_UP_SECONDS = 15;

export interface Visitors {
  learner: string;
  auditor: string;
}

export async function measureFloors(results: Results, lessonFile: string, seconds: number): Promise<void> {
  const bytes = (await readFile(lessonFile)).length;
  const floors = [
    ["http", `floor: bare Node server, ${bytes} bytes`],
    ["express", `floor: bare Express server, ${bytes} bytes`],
    ["react", REACT_FLOOR],
  ] as const;
  for (const [kind, what] of floors.filter(([, each]) => results.wants(each)))
    await withFloor(kind, lessonFile, async (url, pid) => {
      await measureGets({ url, pid, connections: 16, seconds: 1 });
      for (const connections of CONNECTIONS)
        results.add(what, connections, await measureGets({ url, pid, connections, seconds }));
    });
}

export async function measureInserts(results: Results, portal: Portal, seconds: number): Promise<void> {
  if (!results.wants(INSERT_FLOOR)) return;
  for (const atOnce of [1, 16]) {
    const output = await runSource(portal, "scripts/bench/durable-insert.ts", [
      String(seconds),
      String(atOnce),
    ]);
    const { counted, processor } = JSON.parse(output) as { counted: Counted; processor: number };
    results.add(INSERT_FLOOR, atOnce, figureOf(counted, processor));
  }
}

export async function measurePages(
  results: Results,
  { address, pid }: Portal,
  { learner, auditor }: Visitors,
  lesson: string,
  seconds: number,
): Promise<void> {
  const pages = [
    ["the sign-in page", "/login", ""],
    ["home", "/", learner],
    [LESSON, lesson, learner],
    ["a lesson, compressed", lesson, learner, "gzip, deflate, br"],
    ["a search of the catalogue", "/courses?q=calibraton", learner],
    ["the list of records", "/audit/records", auditor],
  ] as const;
  for (const [what, path, cookie, encoding] of pages.filter(([each]) => results.wants(each))) {
    const load = { url: address + path, pid, cookie, ...(encoding ? { encoding } : {}) };
    await measureGets({ ...load, connections: 16, seconds: 1 });
    for (const connections of CONNECTIONS)
      results.add(what, connections, await measureGets({ ...load, connections, seconds }));
  }
}

export async function measureSittings(
  results: Results,
  sitters: Sitters,
  seconds: number,
  atOnce = CONNECTIONS,
): Promise<void> {
  const measure = async (kind: Sitting, what: string, connections: number) =>
    results.add(what, connections, await sitters.measure(kind, connections, seconds));
  if (!results.wants(ANSWER) && !results.wants(ATTEMPT)) return;
  await sitters.measure("attempt", ATTEMPTS_AT_ONCE, WARM_UP_SECONDS);
  if (results.wants(ANSWER))
    for (const connections of atOnce) {
      await measure("start", "a test started", connections);
      await measure("answer", ANSWER, connections);
      await measure("submit", "a test submitted", connections);
    }
  if (results.wants(ATTEMPT)) await measure("attempt", ATTEMPT, ATTEMPTS_AT_ONCE);
}
