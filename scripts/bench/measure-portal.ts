/** The figures of one round against a running portal. */
import { readFile } from "node:fs/promises";
import { runSource } from "../portal/people";
import type { Portal } from "../portal/portal";
import { figureOf, type Counted, type Results } from "./figure";
import { measureGets, withFloor, type Sitters } from "./load-processes";

export const CONNECTIONS = [1, 16, 64];
export const LESSON = "a lesson";
export const ANSWER = "an answer saved";
export const REACT_FLOOR = "floor: React 18 streaming 300 elements";
export const INSERT_FLOOR = "floor: Prisma alone, one durable insert";
const ATTEMPTS_AT_ONCE = 8;

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
  for (const [kind, what] of floors)
    await withFloor(kind, lessonFile, async (url) => {
      await measureGets({ url, connections: 16, seconds: 1 });
      for (const connections of CONNECTIONS)
        results.add(what, connections, await measureGets({ url, connections, seconds }));
    });
}

export async function measureInserts(results: Results, portal: Portal, seconds: number): Promise<void> {
  for (const atOnce of [1, 16]) {
    const output = await runSource(portal, "scripts/bench/durable-insert.ts", [
      String(seconds),
      String(atOnce),
    ]);
    results.add(INSERT_FLOOR, atOnce, figureOf(JSON.parse(output) as Counted));
  }
}

export async function measurePages(
  results: Results,
  address: string,
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
  for (const [what, path, cookie, encoding] of pages) {
    const load = { url: address + path, cookie, ...(encoding ? { encoding } : {}) };
    await measureGets({ ...load, connections: 16, seconds: 1 });
    for (const connections of CONNECTIONS)
      results.add(what, connections, await measureGets({ ...load, connections, seconds }));
  }
}

export async function measureSittings(results: Results, sitters: Sitters, seconds: number): Promise<void> {
  for (const connections of CONNECTIONS) {
    results.add("a test started", connections, await sitters.measure("start", connections, seconds));
    results.add(ANSWER, connections, await sitters.measure("answer", connections, seconds));
    results.add("a test submitted", connections, await sitters.measure("submit", connections, seconds));
  }
  const attempts = await sitters.measure("attempt", ATTEMPTS_AT_ONCE, seconds);
  results.add("a whole attempt of ten questions", ATTEMPTS_AT_ONCE, attempts);
}
