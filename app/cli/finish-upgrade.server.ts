import { countUnnamedAnew } from "~/features/audit/duty-coverage/stale-people.server";
import { foldNames } from "~/features/people/fold-names.server";

/** What migrations cannot do in SQL. Safe to run again, and done again where it was interrupted. */
export async function finishUpgrade(): Promise<void> {
  await foldNames();
  await countUnnamedAnew();
}
