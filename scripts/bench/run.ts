/**
 * Measures the built portal and, in the same run, what this machine can do at most. `npm run bench [-- --seconds 5
 * --rounds 2 --processes 1 --database sqlite|postgresql --records 100000 --people 600 --only WORDS --json FILE --company FOLDER]`.
 * WORDS is a regular expression for the names of figures: --only "a lesson|React". It prints; it never fails for being slow. FOLDER is the data folder of a demo company that is loaded already (SQLite).
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { findOrInstallChromium } from "../../bin/find-chromium.js";
import { freePort } from "../../tests/setup/free-port";
import { HttpClient } from "../portal/http-client";
import { readLinks } from "../portal/page-forms";
import { addPeople, runSource, sessionOf } from "../portal/people";
import { Portal } from "../portal/portal";
import { portalDatabase } from "../portal/portal-database";
import { stagePortal } from "../portal/stage-portal";
import { measureCsv } from "./csv-export";
import { Results } from "./figure";
import { Sitters } from "./load-processes";
import { measureFloors, measureInserts, measurePages, measureSittings } from "./measure-portal";
import { measurePage } from "./page-weight";
import { report, type Measured } from "./report";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "5" },
    rounds: { type: "string", default: "2" },
    processes: { type: "string", default: "1" },
    database: { type: "string", default: "sqlite" },
    records: { type: "string", default: "100000" },
    people: { type: "string", default: "600" },
    only: { type: "string", default: "" },
    json: { type: "string" },
    company: { type: "string" },
  },
});
const seconds = Number(values.seconds);

const directory = await mkdtemp(path.join(tmpdir(), "attest-bench-"));
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
  const measured = await measure();
  const held = report(measured);
  const { results, ...rest } = measured;
  if (values.json)
    await writeFile(values.json, JSON.stringify({ ...rest, figures: results.lines, held }, null, 1));
} finally {
  await portal.kill();
  await database.stop();
  await rm(directory, { recursive: true, force: true });
}

async function measure(): Promise<Measured> {
  console.log("Preparing: the demo company, people and records …");
  await portal.start();
  const people = await addPeople(portal, Number(values.people), null);
  await runSource(portal, "scripts/bench/add-records.ts", [values.records]);
  await portal.run("ledger", "seal");
  const learner = (await sessionOf(portal, "associate@demo.example")).cookie;
  const auditor = (await sessionOf(portal, "auditor@demo.example")).cookie;
  const { lesson, file } = await saveLesson(learner);
  const chromium = findOrInstallChromium((message: string) => {
    throw new Error(message);
  }) as string;
  const cookies = people.map(({ cookie }) => cookie);

  const measured: Measured = {
    setting: {
      database: values.database,
      processes: values.processes,
      "seconds a figure": seconds,
      Node: process.version,
      processors: `${availableParallelism()} × ${cpus()[0]?.model ?? "unknown"}`,
      "load before": loadavg()[0]!.toFixed(1),
    },
    results: new Results(new RegExp(values.only)),
    csv: [],
    weights: [],
  };
  const sitters = new Sitters(portal.address, cookies, portal.pid);
  for (let round = 1; round <= Number(values.rounds); round++) {
    console.log(`\nRound ${round}`);
    await measureFloors(measured.results, file, seconds);
    await measureInserts(measured.results, portal, seconds);
    await measurePages(measured.results, portal, { learner, auditor }, lesson, seconds);
    await measureSittings(measured.results, sitters, seconds);
    if (measured.results.wants("CSV"))
      measured.csv.push(await measureCsv(portal.address, auditor, portal.pid));
    if (measured.results.wants("weight"))
      measured.weights.push(await measurePage(portal.address + lesson, learner, chromium));
  }
  sitters.stop();
  return measured;
}

/** The first lesson of the first course, as the portal sends it: the floors answer with the same bytes. */
async function saveLesson(cookie: string): Promise<{ lesson: string; file: string }> {
  const http = new HttpClient(portal.address, cookie);
  const page = async (address: string) => {
    const { status, body } = await http.get(address);
    if (status !== 200) throw new Error(`${address} was answered with ${status}.`);
    return body;
  };
  const [course = "/courses"] = readLinks(await page("/courses"), "/courses");
  const [lesson = course] = readLinks(await page(course), course);
  const body = await page(lesson);
  http.close();
  const file = path.join(directory, "lesson.html");
  await writeFile(file, body);
  return { lesson, file };
}
