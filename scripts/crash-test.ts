/**
 * Kills the server while people sit tests and read, again and again, and then looks for everything that it had said was
 * kept. `npm run crash-test [-- --kills 50 --clients 20 --database postgresql --processes 1 --seed 1 --company FOLDER]`:
 * FOLDER is the data folder of a demo company that is loaded already (SQLite); it is copied, not changed.
 */
import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { freePort } from "../tests/setup/free-port";
import { Acknowledged } from "./crash-test/acknowledged";
import { findLost } from "./crash-test/find-lost";
import { Learner } from "./crash-test/learner";
import { addPeople } from "./portal/people";
import { Portal } from "./portal/portal";
import { portalDatabase } from "./portal/portal-database";
import { seededRandom, type SeededRandom } from "./portal/seeded-random";
import { stagePortal } from "./portal/stage-portal";
import { lostIn } from "./portal/tally";

const PASSWORD = "a password of the crash test";
const SHARE_DURING_START = 0.1;

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "50" },
    clients: { type: "string", default: "20" },
    database: { type: "string", default: "sqlite" },
    processes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    company: { type: "string" },
  },
});
const [kills, clients, seed] = [Number(values.kills), Number(values.clients), Number(values.seed)];
const random = seededRandom(seed);

const directory = await mkdtemp(path.join(tmpdir(), "attest-crash-"));
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
  const people = await addPeople(portal, clients, PASSWORD);
  console.log(
    `${clients} people sit tests and read; the server will be killed ${kills} times (seed ${seed}).`,
  );

  const acknowledged = new Acknowledged();
  let running = true;
  const lives = people.map((person, index) =>
    new Learner(
      portal.address,
      person,
      PASSWORD,
      seededRandom(seed * 1_000 + index),
      acknowledged,
      () => running,
    ).live(),
  );
  const failed = Promise.all(lives).then(() => {
    if (running) throw new Error("Everyone stopped before the last kill.");
  });
  await Promise.race([failed, killAgainAndAgain(random, acknowledged)]);
  running = false;
  await Promise.all(lives);
  await portal.stop();

  const tallies = await findLost(database.url, acknowledged);
  const ledger = await portal.run("ledger", "verify");
  const lost = lostIn(tallies);
  console.log(
    `\nKills: ${kills}. Answers acknowledged: ${acknowledged.answerCount}. Requests cut off or refused, and sent again: ${acknowledged.interrupted}.`,
  );
  console.table(tallies.map((tally) => ({ ...tally, lost: tally.acknowledged - tally.found })));
  console.log(
    lost === 0 ? "Nothing that was acknowledged is lost." : `${lost} acknowledged things are lost.`,
  );
  console.log(ledger === 0 ? "The ledger verifies." : "The ledger does not verify.");
  return lost === 0 && ledger === 0 ? 0 : 1;
}

/** Mostly while it serves; now and then while it is still starting. */
async function killAgainAndAgain(random: SeededRandom, acknowledged: Acknowledged): Promise<void> {
  for (let kill = 1; kill <= kills; kill++) {
    if (random.next() < SHARE_DURING_START) await sleep(random.between(0, 1_500));
    else {
      await portal.ready();
      await sleep(random.between(50, 3_000));
    }
    await portal.kill();
    if (kill % 10 === 0)
      console.log(
        `Killed ${kill} times; ${acknowledged.answerCount} answers and ${acknowledged.submissions.size} submissions acknowledged.`,
      );
    portal.begin();
  }
  await portal.ready();
  /* What was sent last is sent again, and the portal is used once more as it is now. */
  await sleep(2_000);
}
