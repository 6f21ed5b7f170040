/**
 * `coverage.ts [--database sqlite,postgresql] [--people 1000,10000,100000]`: what coverage costs, and how that grows.
 * CPU is what the portal spends on a page; on SQLite that includes the database. PostgreSQL says how many rows it reads.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { migrate } from "../../tests/setup/migrate";
import { portalDatabase } from "../portal/portal-database";
import { show } from "./figure";

const { values } = parseArgs({
  options: {
    database: { type: "string", default: "sqlite,postgresql" },
    people: { type: "string", default: "1000,10000,100000" },
    /** How many certifications the 40 requirements of a person are spread over. */
    certifications: { type: "string", default: "10" },
  },
});

interface Measured {
  people: number;
  duties: number;
  seeded: number;
  counted: number;
  countedCpu: number;
  changed: number;
  pages: Record<string, { ms: number; cpu: number; rows: number | null }>;
}

const table: Record<string, string>[] = [];
for (const database of values.database.split(","))
  for (const people of values.people.split(",")) {
    const { duties, seeded, counted, countedCpu, changed, pages } = await measure(database, people);
    const row: Record<string, string> = {
      database,
      people: show(Number(people)),
      "people × requirements": show(duties),
      "seeded, s": show(seeded),
      "counted anew, s / CPU s": [counted, countedCpu].map(show).join(" / "),
      "a change, ms": show(1_000 * changed),
    };
    for (const [name, { ms, cpu, rows }] of Object.entries(pages))
      row[`${name}: ms / CPU ms / rows`] = [ms, cpu, rows ?? NaN].map(show).join(" / ");
    table.push(row);
    console.log(JSON.stringify(row, null, 1));
  }
console.table(table);

async function measure(provider: string, people: string): Promise<Measured> {
  const directory = await mkdtemp(path.join(tmpdir(), "attest-coverage-"));
  const database = await portalDatabase(provider, directory);
  try {
    migrate(database.url);
    const script = ["scripts/bench/measure-coverage.ts", people, values.certifications];
    const child = spawn(process.execPath, ["node_modules/tsx/dist/cli.mjs", ...script], {
      env: {
        ...process.env,
        ATTEST_MODE: "test",
        DATABASE_URL: database.url,
        DATA_DIR: directory,
        COUNT_QUERIES: "1",
        LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const output = await text(child.stdout);
    if ((await ended) !== 0) throw new Error("The measurement failed.");
    return JSON.parse(output.trim().split("\n").at(-1)!) as Measured;
  } finally {
    await database.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
