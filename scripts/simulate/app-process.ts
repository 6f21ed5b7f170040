/** One process of the product, without its web server: it lives through events and does background work when it is told. */
import { at } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { withLease } from "~/platform/lease.server";
import { jobs, LEASE_SECONDS } from "~/workers.server";
import { doEvent } from "./do-event";
import type { SimulatedEvent } from "./events";
import { foundCompany } from "./found-company";
import { awards, coverage, openRuns, sentReminders, standings, unsoundRecords } from "./product-rows";
import type { Work, WorkName } from "./work";

const work: { [Name in WorkName]: (input: Work[Name][0]) => Promise<Work[Name][1]> } = {
  found: foundCompany,
  jobs: async () => jobs.map(({ name, everySeconds }) => ({ name, everySeconds })),
  live,
  background,
  standings,
  awards,
  reminders: sentReminders,
  coverage,
  runs: openRuns,
  unsound: unsoundRecords,
};

async function live(events: readonly SimulatedEvent[]): Promise<string[]> {
  const refused: string[] = [];
  for (const event of events)
    await doEvent(event).catch((error: unknown) => {
      const who = "person" in event ? event.person : "everybody";
      refused.push(`${event.at.toISOString()} ${event.kind} of ${who}: ${String(error)}`);
    });
  return refused;
}

async function background({ names, at: moment, leased }: Work["background"][0]): Promise<void> {
  await at(moment, async () => {
    for (const name of names) await runJob(name, leased);
  });
}

/**
 * Until nothing is left: the real loop would come back within the second. The outbox is always emptied by all at once, as
 * each message is claimed.
 */
async function runJob(name: string, leased: boolean): Promise<void> {
  const { run, everySeconds } = jobs.find((job) => job.name === name)!;
  const all = async () => {
    while (Number(await run()) > 0);
  };
  if (leased && name !== "outbox") await withLease(name, LEASE_SECONDS + everySeconds, all);
  else await all();
}

process.on("message", ({ name, input }: { name: WorkName; input: unknown }) => {
  (work[name] as (input: unknown) => Promise<unknown>)(input).then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ error: error instanceof Error ? error.stack : String(error) }),
  );
});
process.on("disconnect", () => void db.$disconnect().finally(() => process.exit()));
process.send!({ result: "ready" });
