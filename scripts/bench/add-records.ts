/** `add-records.ts COUNT`: brings the number of evidence records up to COUNT, through the ledger's own command. */
import { recordAll, type Fact, type Subject } from "~/features/ledger/record.server";
import { at, now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";

const wanted = Number(process.argv[2]);
const BATCH = 500;
const DAY = 86_400_000;

const people = await db.person.findMany({
  select: { id: true, name: true, employeeNumber: true },
  take: 1_000,
});
const subjects = people.map(({ id, name, employeeNumber }, index): Subject => {
  const region = ["north-america", "emea", "asia-pacific", "latin-america"][index % 4]!;
  return {
    personId: id,
    name,
    employeeNumber,
    teamId: `${region}-sales`,
    teamName: `Sales ${region}`,
    regionId: region,
    regionName: region,
    jobRoleId: "account-executive",
    jobRoleName: "Account executive",
  };
});
const end = now().getTime();
for (let have = await db.evidenceRecord.count(); have < wanted; have += BATCH) {
  const facts = Array.from({ length: Math.min(BATCH, wanted - have) }, (_, index) =>
    factNumber(have + index),
  );
  await at(facts.at(-1)!.occurredAt, () => transaction((tx) => recordAll(tx, facts)));
}
await db.$disconnect();

/** Spread over two years, as a company's records are; one in three a test with its clauses. */
function factNumber(number: number): Fact {
  const subject = subjects[number % subjects.length]!;
  const occurredAt = new Date(end - 2 * 365 * DAY + Math.floor((number / wanted) * 2 * 365 * DAY));
  const common = { subject, actorId: subject.personId, occurredAt, edition: "Revision 1" };
  if (number % 3 > 0)
    return {
      ...common,
      kind: "course-completed",
      outcome: "completed",
      title: "Code of conduct and integrity",
      courseId: "bench-course",
      document: { lessons: ["one", "two", "three"], number },
    };
  return {
    ...common,
    kind: "test-submitted",
    outcome: number % 5 === 0 ? "failed" : "passed",
    title: "ISO 9001:2015 awareness test",
    assessmentId: "bench-assessment",
    standard: "iso-9001:2015",
    clauses: ["iso-9001:2015/7.2", "iso-9001:2015/7.3", "iso-9001:2015/8.2.1"],
    score: (number % 21) / 20,
    document: { paper: Array.from({ length: 20 }, (_, item) => ({ item, answer: "a" })), number },
  };
}
