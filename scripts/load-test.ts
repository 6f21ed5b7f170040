/**
 * Many people sit one timed test at the same moment, on several processes of the built portal, and then everything is
 * looked for that it had said was kept. `npm run load-test [-- --database sqlite|postgresql --people 200 --processes 2
 * --seconds 5 --company FOLDER]`. It fails when anything was lost or doubled, not for being slow.
 */
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { freePort } from "../tests/setup/free-port";
import { Results } from "./bench/figure";
import { Sitters } from "./bench/load-processes";
import { measureInserts, measureSittings } from "./bench/measure-portal";
import { findDoubled, findDoubledRecords } from "./load-test/find-doubled";
import { reportLoad } from "./load-test/report-load";
import { sitAtOnce } from "./load-test/sit-at-once";
import { findLostTests } from "./portal/find-lost-tests";
import { addPeople } from "./portal/people";
import { Portal } from "./portal/portal";
import { portalDatabase } from "./portal/portal-database";
import { stagePortal } from "./portal/stage-portal";
import { lostIn } from "./portal/tally";

const AT_ONCE = [16];

const { values } = parseArgs({
  options: {
    database: { type: "string", default: "sqlite" },
    people: { type: "string", default: "200" },
    processes: { type: "string", default: "2" },
    seconds: { type: "string", default: "5" },
    company: { type: "string" },
  },
});
const seconds = Number(values.seconds);

const directory = await mkdtemp(path.join(tmpdir(), "attest-load-"));
const dataDirectory = path.join(directory, "data");
if (values.company) await cp(values.company, dataDirectory, { recursive: true });
else await mkdir(dataDirectory);
const database = await portalDatabase(values.database, dataDirectory);
const portal = new Portal({
  stage: await stagePortal(directory),
  dataDirectory,
  databaseUrl: database.url,
  port: await freePort(),
  processes: Number(values.processes),
});

try {
  process.exitCode = await run();
} finally {
  await portal.kill();
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}

async function run(): Promise<number> {
  console.log(values.company ? "Starting …" : "Loading the demo company …");
  await portal.start();
  const people = await addPeople(portal, Number(values.people), null);
  const setting = {
    database: values.database,
    processes: values.processes,
    Node: process.version,
    processors: `${availableParallelism()} × ${cpus()[0]?.model ?? "unknown"}`,
    "load before": loadavg()[0]!.toFixed(1),
  };
  const results = new Results(/(?:)/);

  console.log(`${people.length} people sit one test at once, each in two tabs.`);
  const acknowledged = await sitAtOnce(portal, people, results);
  const atOnce = [
    ...(await findLostTests(database.url, acknowledged)),
    ...(await findDoubled(database.url, acknowledged)),
  ];

  console.log("How much it does in a second, beside Prisma alone.");
  await measureInserts(results, portal, seconds);
  const sitters = new Sitters(
    portal.address,
    people.map(({ cookie }) => cookie),
    portal.pid,
  );
  await measureSittings(results, sitters, seconds, AT_ONCE);
  sitters.stop();
  await portal.stop();

  const tallies = [...atOnce, await findDoubledRecords(database.url)];
  const sealed = await portal.run("ledger", "seal");
  const verified = await portal.run("ledger", "verify");
  reportLoad({ setting, results, acknowledged, tallies });
  const sound = lostIn(tallies) === 0 && acknowledged.secondTries === 0;
  return sound && sealed === 0 && verified === 0 ? 0 : 1;
}
