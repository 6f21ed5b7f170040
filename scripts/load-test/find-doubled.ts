/** Looks in the database for what must be there once and is there twice, or under another name than was said. */
import { readRows } from "../portal/portal-database";
import { readRecordedTests } from "../portal/recorded-tests";
import { keyOf, tally, type Tally } from "../portal/tally";
import { ONE_TRY_SLUG } from "../portal/ten-questions";
import type { AcknowledgedSittings } from "./acknowledged-sittings";

/** Each is found when there is exactly one. */
export async function findDoubled(
  url: string,
  { attempts, submissions }: AcknowledgedSittings,
): Promise<Tally[]> {
  const rows = await readRows(
    url,
    `SELECT a."id", a."personId" FROM "Attempt" a JOIN "Assessment" s ON s."id" = a."assessmentId"
     WHERE s."slug" = '${ONE_TRY_SLUG}'`,
  );
  const stored = new Map<string, string[]>();
  for (const { id, personId } of rows)
    stored.set(String(personId), [...(stored.get(String(personId)) ?? []), String(id)]);
  const recorded = await timesRecorded(url);
  const keyOfAll = (ids: Iterable<string>) => keyOf(...[...ids].sort());
  return [
    tally("people with one attempt, the one they were led to", [...attempts], ([personId, ids]) => {
      const own = stored.get(personId) ?? [];
      return own.length === 1 && keyOfAll(own) === keyOfAll(ids);
    }),
    tally("attempts with one evidence record", [...submissions], (id) => recorded.get(id) === 1),
  ];
}

/** Of every submitted attempt of every test. */
export async function findDoubledRecords(url: string): Promise<Tally> {
  const rows = await readRows(url, `SELECT "id" FROM "Attempt" WHERE "status" = 'submitted'`);
  const recorded = await timesRecorded(url);
  return tally(
    "attempts of any test with one evidence record",
    rows,
    ({ id }) => recorded.get(String(id)) === 1,
  );
}

async function timesRecorded(url: string): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  for (const { attemptId } of await readRecordedTests(url))
    times.set(attemptId, (times.get(attemptId) ?? 0) + 1);
  return times;
}
