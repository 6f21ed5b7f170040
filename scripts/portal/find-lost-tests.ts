/** Looks in the database for every answer and submission that was acknowledged. */
import type { AcknowledgedTests } from "./acknowledged-tests";
import { readRows } from "./portal-database";
import { readRecordedTests } from "./recorded-tests";
import { keyOf, keysOf, tally, type Tally } from "./tally";

export async function findLostTests(url: string, acknowledged: AcknowledgedTests): Promise<Tally[]> {
  return [
    await answers(url, acknowledged),
    await submissions(url, acknowledged),
    await evidence(url, acknowledged),
  ];
}

async function answers(url: string, { answers }: AcknowledgedTests): Promise<Tally> {
  const rows = await readRows(url, `SELECT "attemptId", "position", "answer" FROM "AttemptItem"`);
  const stored = new Map(rows.map(({ attemptId, position, answer }) => [keyOf(attemptId, position), answer]));
  const all = [...answers].flatMap(([attemptId, kept]) =>
    [...kept].map(([position, answer]) => ({ key: keyOf(attemptId, position), answer })),
  );
  return tally("answers, the last to each question", all, ({ key, answer }) => stored.get(key) === answer);
}

async function submissions(url: string, { submissions }: AcknowledgedTests): Promise<Tally> {
  const stored = keysOf(await readRows(url, `SELECT "id" FROM "Attempt" WHERE "status" = 'submitted'`), "id");
  return tally("submissions", [...submissions], (id) => stored.has(id));
}

/** The record of a submission must hold the same answers as were acknowledged. */
async function evidence(url: string, { submissions, answers }: AcknowledgedTests): Promise<Tally> {
  const byAttempt = new Map((await readRecordedTests(url)).map((test) => [test.attemptId, test]));
  return tally("submissions in the evidence, answer by answer", [...submissions], (id) => {
    const test = byAttempt.get(id);
    const recorded = new Map(test?.items.map(({ position, answer }) => [position, answer]));
    const kept = [...(answers.get(id) ?? [])];
    return (
      test !== undefined &&
      kept.every(([position, answer]) => sameJson(recorded.get(position), JSON.parse(answer)))
    );
  });
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sortedKeys) === JSON.stringify(other, sortedKeys);
}

function sortedKeys(_: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
