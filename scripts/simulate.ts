/**
 * Lives through years of a company against a simulated clock, with several processes of the product doing its background
 * work at the same moments, and holds what comes of it against a plain reference: what each person's certifications stand
 * at and stood at as it was known earlier, certificates, coverage, and every reminder, in rows and as mail that arrived.
 * `npm run simulate [-- --database sqlite|postgresql --people 60 --years 2 --processes 2 --seed 1]`; `--days 60` instead
 * of years for a short one, and 2,000 people take hours. It fails when anything differs, not for being slow; `TMPDIR=/dev/shm` spares it a slow disk.
 */
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "../tests/setup/migrate";
import { portalDatabase } from "./portal/portal-database";
import { differencesIn, report } from "./simulate/report";
import { simulate } from "./simulate/simulation";

const DAYS_A_YEAR = 365;

const { values } = parseArgs({
  options: {
    database: { type: "string", default: "sqlite" },
    people: { type: "string", default: "60" },
    years: { type: "string", default: "2" },
    days: { type: "string" },
    processes: { type: "string", default: "2" },
    seed: { type: "string", default: "1" },
  },
});
const [people, processes, seed] = [Number(values.people), Number(values.processes), Number(values.seed)];
const days = values.days ? Number(values.days) : Math.round(Number(values.years) * DAYS_A_YEAR);

const directory = await mkdtemp(path.join(tmpdir(), "attest-simulate-"));
const dataDirectory = path.join(directory, "data");
await mkdir(dataDirectory);
const database = await portalDatabase(values.database, dataDirectory);
try {
  process.exitCode = await run();
} finally {
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}

async function run(): Promise<number> {
  console.log(`${people} people, ${days} days, ${processes} processes, seed ${seed}, ${values.database}.`);
  const began = performance.now();
  migrate(database.url);
  const simulated = await simulate({
    databaseUrl: database.url,
    dataDirectory,
    people,
    days,
    processes,
    seed,
    checkpoints: 4,
    say: (line) => console.log(`${minutesSince(began)} ${line}`),
  });
  report(simulated);
  const differences = differencesIn(simulated).length;
  console.log(`\nIt took ${minutesSince(began)}.`);
  console.log(differences === 0 ? "Everything agrees." : `${differences} things differ.`);
  return differences === 0 ? 0 : 1;
}

function minutesSince(began: number): string {
  return `${((performance.now() - began) / 60_000).toFixed(1)} min`;
}
