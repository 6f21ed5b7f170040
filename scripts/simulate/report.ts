/** Prints what was lived through and how it compares. */
import type { Difference } from "./compare";
import type { Reminded } from "./compare-reminders";
import type { Simulated } from "./simulation";

const SHOWN = 10;

export function report({ checkpoints, counts, refused, awards, reminders, unsound }: Simulated): void {
  console.log("\nWhat happened:");
  console.table(Object.fromEntries([...counts].sort().map(([kind, times]) => [kind, { times }])));
  for (const { moment, states, differences, earlier, coverage, runs } of checkpoints) {
    console.log(`\nOn ${moment.toISOString()}, people's certifications by state:`);
    console.table(Object.fromEntries(states));
    console.table({
      "person by person": { ...sum([...states.values()]), differences: differences.length },
      "earlier days, as known then and now": numbers(earlier),
      "coverage totals": numbers(coverage),
      "open runs, beside what is owed": numbers(runs),
    });
    for (const part of [differences, earlier.differences, coverage.differences, runs.differences]) list(part);
  }
  console.log("\nCertificates, with all their dates:");
  console.table({ awarded: numbers(awards) });
  list(awards.differences);
  console.log("\nReminders, with each process taking part:");
  console.table({ reminders: told(reminders.reminders), mails: told(reminders.mails) });
  for (const { missing, unasked, twice } of [reminders.reminders, reminders.mails]) {
    list(missing, "missing");
    list(unasked, "not asked for");
    list(twice, "twice");
  }
  if (refused.length > 0) console.log("\nThe product refused what it should have done:");
  list(refused);
  if (unsound.length > 0) console.log("\nRecords do not agree:");
  list(unsound);
}

/** All of them, also those that are not printed. */
export function differencesIn({ checkpoints, refused, awards, reminders, unsound }: Simulated): string[] {
  const compared = checkpoints.flatMap(({ differences, earlier, coverage, runs }) => [
    differences,
    earlier.differences,
    coverage.differences,
    runs.differences,
  ]);
  const told = [reminders.reminders, reminders.mails].flatMap(({ missing, unasked, twice }) => [
    missing,
    unasked,
    twice,
  ]);
  return [...compared, ...told, awards.differences, refused, unsound].flat();
}

function sum(rows: readonly { product: number; reference: number }[]) {
  const of = (side: "product" | "reference") => rows.reduce((total, row) => total + row[side], 0);
  return { product: of("product"), reference: of("reference") };
}

function numbers({ product, reference, differences }: Difference) {
  return { product, reference, differences: differences.length };
}

function told({ due, sent, missing, unasked, twice }: Reminded["mails"]) {
  return { due, sent, missing: missing.length, "not asked for": unasked.length, twice: twice.length };
}

function list(lines: readonly string[], what = ""): void {
  for (const line of lines.slice(0, SHOWN)) console.log(`  ${what ? `${what}: ` : ""}${line}`);
  if (lines.length > SHOWN) console.log(`  … and ${lines.length - SHOWN} more`);
}
