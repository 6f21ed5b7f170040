import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { countBatch, dropCoverage } from "~/features/audit/duty-coverage/count-coverage.server";
import { db } from "~/platform/db/client.server";
import type { Command } from "./command";
import { progressBar } from "./progress";

const BATCH = 1_000;

export const coverageRebuild: Command = {
  summary: "count anew how many people meet each accountability",
  needs: "database",
  usage: "coverage rebuild",
  help: `Drops the totals of coverage and counts everybody again from assignments, requirements and certificates. Nothing else
changes. The portal may run meanwhile, and says on the page how many people are still to be counted.`,
  async run(args) {
    parseArgs({ args, options: {} });
    const started = performance.now();
    await dropCoverage();
    const people = await db.person.count();
    const bar = progressBar("Counting");
    for (let counted: number | null = null; counted !== 0;) {
      counted = await countBatch(BATCH);
      /* Another process counts too, and took what was prepared here. */
      if (counted === null) await sleep(100);
      bar.update(people - (await db.coverageStale.count()), people);
    }
    bar.end();
    console.log(`Counted ${people} people in ${((performance.now() - started) / 1_000).toFixed(1)} s.`);
    return 0;
  },
};
