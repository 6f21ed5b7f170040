/**
 * A company of PEOPLE × 40 requirements as plain rows, in a few statements: through the portal's commands, a hundred
 * thousand people would take a day. Each holds nine of ten certificates that they need, and some of those have ended.
 */
import { db, provider, sql, type Prisma } from "~/platform/db/client.server";

export const REQUIREMENTS = 40;
const REGIONS = 10;
const ROLES = 4;
const TEAM_SIZE = 20;
const DAY = 86_400_000;

const text = (prefix: string, number: Prisma.Sql) =>
  provider === "sqlite"
    ? sql`(${prefix} || printf('%07d', ${number}))`
    : sql`(CAST(${prefix} AS TEXT) || lpad(CAST(${number} AS TEXT), 7, '0'))`;
const moment = (milliseconds: Prisma.Sql) =>
  provider === "sqlite"
    ? sql`strftime('%Y-%m-%dT%H:%M:%f+00:00', (${milliseconds}) / 1000.0, 'unixepoch')`
    : sql`(to_timestamp((${milliseconds}) / 1000.0) AT TIME ZONE 'UTC')`;
/** SQLite takes a number of JavaScript for one with a fraction. */
const whole = (number: number) => sql`CAST(${number} AS BIGINT)`;
/** Spread over 0 to `below`, the same every time. */
const spread = (number: Prisma.Sql, below: number) => sql`((${number}) * 7919 % ${whole(below)})`;
const count = (name: Prisma.Sql, many: number) => sql`
  ${name}(i) AS (SELECT CAST(0 AS BIGINT) UNION ALL SELECT i + 1 FROM ${name} WHERE i < ${whole(many - 1)})`;

/** @param now what the histories lead up to @param certifications how many the requirements are spread over */
export async function givenCompany(people: number, certifications: number, now: Date): Promise<void> {
  const end = now.getTime();
  const hired = new Date(end - 730 * DAY);
  const teams = Math.ceil(people / TEAM_SIZE);
  const person = sql`n.i`;
  const n = count(sql`n`, people);
  await db.region.createMany({
    data: Array.from({ length: REGIONS }, (_, i) => ({ id: `region-${i}`, name: `Region ${i}` })),
  });
  await db.$executeRaw`
    INSERT INTO "Team" ("id", "name", "regionId") WITH RECURSIVE ${count(sql`n`, teams)}
    SELECT ${text("team-", person)}, ${text("Team ", person)}, 'region-' || CAST(n.i % ${whole(REGIONS)} AS TEXT) FROM n`;
  await givenRules(certifications, hired);
  await db.$executeRaw`
    INSERT INTO "Person" ("id", "name", "foldedName", "email", "employeeNumber", "createdAt") WITH RECURSIVE ${n}
    SELECT ${text("person-", person)}, ${text("Person ", person)}, ${text("person ", person)}, ${text("p", person)} || '@bench.example',
      ${text("", person)}, ${hired} FROM n`;
  const held = sql`"Assignment" ("id", "personId", "kind", "jobRoleId", "teamId", "heldFrom", "recordedAt", "reason")`;
  await db.$executeRaw`
    INSERT INTO ${held} WITH RECURSIVE ${n}
    SELECT ${text("role-", person)}, ${text("person-", person)}, 'job-role', 'role-' || CAST(n.i % ${whole(ROLES)} AS TEXT),
      NULL, ${hired}, ${hired}, 'Bench' FROM n`;
  await db.$executeRaw`
    INSERT INTO ${held} WITH RECURSIVE ${n}
    SELECT ${text("team-", person)}, ${text("person-", person)}, 'team-member', NULL,
      ${text("team-", sql`n.i % ${whole(teams)}`)}, ${hired}, ${hired}, 'Bench' FROM n`;
  for (let i = 0; i < certifications; i++) await givenAwards(`c-${i}`, i, n, end);
  if (provider === "postgresql") await db.$executeRawUnsafe("ANALYZE");
}

async function givenRules(certifications: number, hired: Date): Promise<void> {
  for (let i = 0; i < certifications; i++) {
    const definition = {
      id: `c-${i}`,
      title: `Certification ${i}`,
      edition: "1",
      summary: "Bench",
      clauses: [],
    };
    const rules = { validity: { years: 1 }, renewalWindowDays: 60, requirements: [{ assessment: "any" }] };
    await db.certification.create({ data: { id: `c-${i}`, title: definition.title, summary: "" } });
    await db.certificationRevision.create({
      data: {
        id: `c-${i}-1`,
        certificationId: `c-${i}`,
        number: 1,
        edition: "1",
        definition: JSON.stringify({ ...definition, ...rules }),
        publishedAt: hired,
      },
    });
    await db.certification.update({ where: { id: `c-${i}` }, data: { currentRevisionId: `c-${i}-1` } });
  }
  for (let role = 0; role < ROLES; role++) {
    const jobRoleId = `role-${role}`;
    await db.jobRole.create({ data: { id: jobRoleId, name: `Job role ${role}` } });
    const duties = Array.from({ length: REQUIREMENTS }, (_, position) => ({
      id: `${jobRoleId}-duty-${position}`,
      jobRoleId,
      position,
      title: `Duty ${position} of job role ${role}`,
      text: "",
      details: "[]",
    }));
    await db.accountability.createMany({ data: duties });
    await db.requirement.createMany({
      data: duties.map(({ id, position }) => ({
        id: `${id}-requires`,
        jobRoleId,
        accountabilityId: id,
        certificationId: `c-${position % certifications}`,
        dueDays: 30,
        why: "",
        heldFrom: hired,
        recordedAt: hired,
      })),
    });
  }
}

/** One in ten does not hold it, and of the others one in twelve held it until some day of the last month. */
async function givenAwards(id: string, number: number, n: Prisma.Sql, end: number): Promise<void> {
  const mixed = sql`(n.i * 31 + ${whole(number * 1_009)})`;
  const who = sql`WHERE ${mixed} % 10 <> 0`;
  const from = sql`${whole(end - 395 * DAY)} + ${spread(mixed, 99_991)} * ${whole(341_300)}`;
  const key = text(`${id}-`, sql`n.i`);
  await db.$executeRaw`
    INSERT INTO "Cycle" ("id", "personId", "certificationId", "number", "openedAt", "cause") WITH RECURSIVE ${n}
    SELECT ${key}, ${text("person-", sql`n.i`)}, ${id}, 1, ${moment(from)}, 'earned' FROM n ${who}`;
  await db.$executeRaw`
    INSERT INTO "Award" ("id", "cycleId", "personId", "certificationId", "revisionId", "holderName", "code",
      "validFrom", "validUntil", "recordedAt")
    WITH RECURSIVE ${n}
    SELECT ${key}, ${key}, ${text("person-", sql`n.i`)}, ${id}, ${`${id}-1`}, '', ${key},
      ${moment(from)}, ${moment(sql`${from} + ${whole(365 * DAY)}`)}, ${moment(from)} FROM n ${who}`;
}
