/** Who was certified on a day, and who should have been, as far as was known on a day. */
import { inForce } from "~/features/people/as-of.server";
import { foldName } from "~/features/people/fold-name";
import { dutyWords } from "~/features/certifications/duty-words";
import { certificationStates } from "~/features/certifications/certification-states.server";
import { readEquivalents } from "~/features/certifications/equivalents";
import type { Actor } from "~/features/people/actor";
import { db, sql } from "~/platform/db/client.server";
import { requireAuditReader } from "./audit-policy";
import type { CertifiedAnswer, CertifiedPerson, Counted } from "./certified-answer";
import { certifiedSearch, type CertifiedQuestion, type CertifiedView } from "./certified-question";
import { type AskedCertification, awardHeld, inView } from "./certified-sql.server";

export const PAGE_SIZE = 50;
export const COUNTED_TO = 5_000;

const NOBODY = { counts: { certified: 0, missing: 0 }, people: [], next: null, previous: null };

/** @throws NotFound for whom it is not open */
export async function whoWasCertified(actor: Actor, question: CertifiedQuestion): Promise<CertifiedAnswer> {
  requireAuditReader(actor);
  const askable = await findAskable();
  const certifications = askable.map(({ id, title }) => ({ id, title }));
  const wanted = question.certification;
  const found = wanted ? askable.find(({ id }) => id === wanted) : firstOf(askable);
  if (!found) return { certifications, certification: null, ...NOBODY };
  const certification = { id: found.id, title: found.title };
  if (Object.keys(question.errors).length > 0) return { certifications, certification, ...NOBODY };

  const [counts, page] = await Promise.all([
    countBoth(asked(found), question),
    findPeople(asked(found), question),
  ]);
  return { certifications, certification, counts, ...page };
}

interface Askable {
  id: string;
  title: string;
  equivalents: string;
  /** As the database has it; null where nobody has to hold it. */
  requiredSince: Date | string | number | null;
}

async function findAskable(): Promise<Askable[]> {
  return db.$queryRaw<Askable[]>`
    SELECT c."id", c."title", c."equivalents", (
      SELECT MIN(q."heldFrom") FROM "Requirement" q WHERE q."certificationId" = c."id" AND q."supersededAt" IS NULL
        AND q."heldUntil" IS NULL) AS "requiredSince"
    FROM "Certification" c WHERE c."currentRevisionId" IS NOT NULL
    ORDER BY c."title", c."id"`;
}

/** What has been required for the longest: one that nobody has to hold would answer a question that nobody asked. */
function firstOf(certifications: readonly Askable[]): Askable | undefined {
  const since = ({ requiredSince }: Askable) =>
    requiredSince === null ? Infinity : new Date(requiredSince).getTime();
  return certifications.reduce<Askable | undefined>(
    (first, each) => (first && since(first) <= since(each) ? first : each),
    undefined,
  );
}

function asked({ id, equivalents }: { id: string; equivalents: string }): AskedCertification {
  return { id, equivalents: readEquivalents(equivalents) };
}

async function countBoth(certification: AskedCertification, { asOf }: CertifiedQuestion) {
  const upTo = (view: CertifiedView) => sql`(SELECT COUNT(*) FROM (
    SELECT 1 FROM "Person" p WHERE ${inView(view, certification, asOf)} LIMIT ${COUNTED_TO + 1}) counted)`;
  const [row] = await db.$queryRaw<Record<CertifiedView, number | bigint>[]>`
    SELECT ${upTo("certified")} AS "certified", ${upTo("missing")} AS "missing"`;
  return { certified: counted(row!.certified), missing: counted(row!.missing) };
}

function counted(count: number | bigint): Counted {
  return Number(count) > COUNTED_TO ? null : Number(count);
}

interface Row {
  id: string;
  name: string;
  employeeNumber: string;
  recordId: string | null;
  kind: string | null;
  jobRoleName: string | null;
  teamName: string | null;
  regionName: string | null;
}

async function findPeople(certification: AskedCertification, question: CertifiedQuestion) {
  const { asOf, view, cursor } = question;
  const backwards = cursor?.direction === "before";
  const beyond = backwards ? sql`<` : sql`>`;
  const place = cursor
    ? sql`AND (p."foldedName", p."id") ${beyond} (${foldName(cursor.name)}, ${cursor.personId})`
    : sql``;
  const order = backwards ? sql`p."foldedName" DESC, p."id" DESC` : sql`p."foldedName", p."id"`;
  /* One row an assignment: team and job roles are those of the day that is asked about. */
  const rows = await db.$queryRaw<Row[]>`
    SELECT page."id", page."name", page."employeeNumber", record."id" AS "recordId", held."kind",
           role."name" AS "jobRoleName", team."name" AS "teamName", region."name" AS "regionName"
    FROM (
      SELECT p."id", p."name", p."foldedName", p."employeeNumber", ${awardHeld(certification.id, asOf)} AS "awardId"
      FROM "Person" p
      WHERE ${inView(view, certification, asOf)} ${place}
      ORDER BY ${order} LIMIT ${PAGE_SIZE + 1}
    ) page
    LEFT JOIN "EvidenceRecord" record ON record."awardId" = page."awardId" AND record."kind" = 'award-granted'
    LEFT JOIN "Assignment" held ON held."personId" = page."id" AND held."kind" IN ('job-role', 'team-member')
      AND ${inForce(sql`held`, asOf)}
    LEFT JOIN "JobRole" role ON role."id" = held."jobRoleId"
    LEFT JOIN "Team" team ON team."id" = held."teamId"
    LEFT JOIN "Region" region ON region."id" = team."regionId"
    ORDER BY page."foldedName", page."id", held."heldFrom", held."id"`;
  const found = byPerson(rows);
  const more = found.length > PAGE_SIZE;
  const shown = backwards ? found.slice(-PAGE_SIZE) : found.slice(0, PAGE_SIZE);
  const states = await certificationStates(
    shown.map((of) => of[0]!.id),
    asOf,
  );
  const stateOf = new Map(
    states
      .filter((state) => state.certificationId === certification.id)
      .map((state) => [state.personId, state]),
  );
  const people = shown.map((of): CertifiedPerson => {
    const { id: personId, name, employeeNumber, recordId } = of[0]!;
    const state = stateOf.get(personId);
    const team = of.findLast(({ kind }) => kind === "team-member");
    return {
      personId,
      name,
      employeeNumber,
      jobRoles: of.flatMap(({ jobRoleName }) => jobRoleName ?? []),
      teamName: team?.teamName ?? null,
      regionName: team?.regionName ?? null,
      status: state?.status ?? "not-required",
      validFrom: state?.award?.validFrom ?? null,
      validUntil: state?.award?.validUntil ?? null,
      dueBy: state?.award?.state === "valid" ? null : (state?.dueBy ?? null),
      duties: dutyWords(state?.obligations ?? []),
      recordId,
    };
  });
  const [first, last] = [people[0], people.at(-1)];
  return {
    people,
    next: last && (backwards || more) ? certifiedSearch(question, { direction: "after", ...last }) : null,
    previous:
      first && (backwards ? more : cursor)
        ? certifiedSearch(question, { direction: "before", ...first })
        : null,
  };
}

function byPerson(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.id);
    if (group) group.push(row);
    else groups.set(row.id, [row]);
  }
  return [...groups.values()];
}
