/** Everybody sits the same test at the same moment. */
import { setTimeout as sleep } from "node:timers/promises";
import { figureOf, type Results } from "../bench/figure";
import { processorTimeOf } from "../bench/process-usage";
import type { LoadPerson } from "../portal/people";
import type { Portal } from "../portal/portal";
import { seededRandom } from "../portal/seeded-random";
import { AcknowledgedSittings } from "./acknowledged-sittings";
import { Examinee, type Stopwatches } from "./examinee";
import { Stopwatch } from "./stopwatch";

/** Between the first press and the last. */
const SPREAD_MS = 250;

const names = {
  page: "everybody at once: the test's page",
  start: "everybody at once: a start, each in two tabs",
  paper: "everybody at once: the paper",
  answer: "everybody at once: an answer",
  submit: "everybody at once: a submission, each in two tabs",
  result: "everybody at once: the result",
  attempt: "everybody at once: a whole attempt",
} as const;

export async function sitAtOnce(
  portal: Portal,
  people: readonly LoadPerson[],
  results: Results,
): Promise<AcknowledgedSittings> {
  const acknowledged = new AcknowledgedSittings();
  const stopwatches = Object.fromEntries(
    Object.keys(names).map((step) => [step, new Stopwatch()]),
  ) as Stopwatches;
  const before = processorTimeOf(portal.pid);
  await Promise.all(
    people.map(async (person, index) => {
      const random = seededRandom(index);
      const examinee = new Examinee(portal.address, person, random, acknowledged, stopwatches);
      await sleep(random.between(0, SPREAD_MS));
      await examinee.sit();
    }),
  );
  const used = processorTimeOf(portal.pid) - before;
  for (const [step, what] of Object.entries(names)) {
    const { counted } = stopwatches[step as keyof typeof names];
    results.add(what, people.length, figureOf(counted, step === "attempt" ? used : NaN));
  }
  return acknowledged;
}
