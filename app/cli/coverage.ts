import { parseArgs } from "node:util";
import { setTimeout as sleep } from "node:timers/promises";
import { countCoverage, dropCoverage } from "~/features/audit/duty-coverage/count-coverage.server";
import { db } from "~/platform/db/client.server";
import type { Command } from "./command";
import { progressBar } from "./progress";

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
    for (let waiting = people; waiting > 0;) {
      /* Nothing, where another process counts too and took what was prepared here. */
      if ((await countCoverage(1_000)) === 0) await sleep(100);
      waiting = await db.coverageStale.count();
      bar.update(Math.max(0, people - waiting), people);
    }
    bar.end();
    console.log(`Counted ${people} people in ${((performance.now() - started) / 1_000).toFixed(1)} s.`);
    return 0;
  },
};
