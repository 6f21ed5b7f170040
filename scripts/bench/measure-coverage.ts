/** `measure-coverage.ts PEOPLE CERTIFICATIONS`: fills the empty database at DATABASE_URL and prints what coverage costs. */
import { coveragePage } from "~/features/audit/duty-coverage/coverage-page.server";
import { readCoverageQuestion } from "~/features/audit/duty-coverage/coverage-question";
import { countCoverage, dropCoverage } from "~/features/audit/duty-coverage/count-coverage.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenCompany, REQUIREMENTS } from "./given-company";
import { rowsRead } from "./rows-read";

const [people, certifications] = process.argv.slice(2).map(Number) as [number, number];
const ROUNDS = 7;
const auditor: Actor = {
  personId: "auditor",
  name: "Auditor",
  email: "",
  timeZone: "UTC",
  sessionId: "",
  access: ["auditor"],
  jobRoleIds: [],
  teamId: null,
  regionId: null,
  managedTeamIds: [],
};

const seconds = async (work: () => Promise<unknown>) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
};

const page = (search: string) =>
  coveragePage(auditor, readCoverageQuestion(new URLSearchParams(search), now()));

/** The middle of several, in milliseconds, and the rows that one of them read. */
async function measure(search: string) {
  await page(search);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round++) times.push(1_000 * (await seconds(() => page(search))));
  const { user, system } = process.cpuUsage(before);
  return {
    ms: times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]!,
    cpu: (user + system) / 1_000 / ROUNDS,
    rows: await rowsRead(() => page(search)),
  };
}

const seeded = await seconds(() => givenCompany(people, certifications, now()));
console.error(`Seeded ${people} people in ${Math.round(seeded)} s.`);
const before = process.cpuUsage();
const counted = await seconds(async () => {
  await dropCoverage();
  while ((await countCoverage()) !== 0);
});
const { user, system } = process.cpuUsage(before);
const countedCpu = (user + system) / 1e6;

const earlier = new Date(now().getTime() - 100 * 86_400_000).toISOString().slice(0, 10);
const pages = {
  company: await measure(""),
  "company, earlier": await measure(`on=${earlier}`),
  region: await measure("region=region-3"),
  "region, earlier": await measure(`region=region-3&on=${earlier}`),
  team: await measure("team=team-0000003"),
  "team, earlier known": await measure(`team=team-0000003&on=${earlier}&known=${earlier}`),
};
/* A certificate for somebody, and how long until the totals have it. */
const personId = "person-0000000";
const changed = await seconds(async () => {
  const cycle = await db.cycle.create({
    data: { id: newId(), personId, certificationId: "c-0", number: 2, openedAt: now() },
  });
  const of = { personId, certificationId: "c-0", revisionId: "c-0-1", holderName: "", code: newId() };
  await db.award.create({
    data: { id: newId(), cycleId: cycle.id, ...of, validFrom: now(), recordedAt: now() },
  });
  await countCoverage();
});
const { answer } = await page("");
const duties = answer!.duties.reduce((sum, { met, due, lapsed }) => sum + met + due + lapsed, 0);
if (duties !== people * REQUIREMENTS) throw new Error(`${duties} duties were counted.`);
console.log(JSON.stringify({ people, duties, seeded, counted, countedCpu, changed, pages }));
await db.$disconnect();
