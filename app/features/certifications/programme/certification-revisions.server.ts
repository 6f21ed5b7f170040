/** The rules of a certification over time and whom a change of them touches; what was awarded stays as it is. */
import { may, type Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { awardAsOf } from "../award-sql.server";
import { readDefinition } from "../certification-definition";
import { definitionChanges } from "./definition-changes";

const PAGE = 50;

/** For those who administer or audit; null for everybody else. The newest revision first. */
export async function certificationRevisions(actor: Actor, certificationId: string, after: string | null) {
  if (!may(actor, "admin") && !may(actor, "auditor")) return null;
  const [rows, people] = await Promise.all([
    findRevisions(certificationId),
    findUnderWay(certificationId, after),
  ]);
  const inForce = rows.filter((row) => !wasReplaced(row, rows));
  const revisions = rows.map(({ id, number, edition, publishedAt, definition, ...row }) => {
    const earlier = inForce.find((each) => each.number < number);
    return {
      id,
      number,
      edition,
      publishedAt,
      inForceFrom: comesLater({ publishedAt, ...row }) ? row.inForceFrom : null,
      /** It was to come into force on a later day, and other rules were published before that. */
      replaced: !inForce.some((each) => each.id === id),
      granted: Number(row.granted),
      valid: Number(row.valid),
      /** What it changed of the rules that it followed; null where there were none. */
      changes: earlier
        ? definitionChanges(readDefinition(earlier.id, earlier.definition), readDefinition(id, definition))
        : null,
    };
  });
  return { revisions, ...people };
}

interface RevisionRow {
  id: string;
  number: number;
  edition: string;
  publishedAt: Date;
  inForceFrom: Date | null;
  definition: string;
  /** In force, or to come: not always the newest of those that an earlier version of the portal wrote. */
  standing: boolean | number;
  granted: number | bigint;
  /** Of them, those that are valid today. */
  valid: number | bigint;
}

function comesLater({ inForceFrom, publishedAt }: Pick<RevisionRow, "inForceFrom" | "publishedAt">) {
  return inForceFrom !== null && inForceFrom > publishedAt;
}

/** What is published takes the place of what is still to come. */
function wasReplaced(row: RevisionRow, rows: readonly RevisionRow[]): boolean {
  if (!comesLater(row) || row.standing) return false;
  const from = row.inForceFrom!;
  return from > now() || rows.some(({ number, publishedAt }) => number > row.number && publishedAt < from);
}

function findRevisions(certificationId: string): Promise<RevisionRow[]> {
  const t = now();
  const { correction, isValid } = awardAsOf({ effective: t, known: t });
  return db.$queryRaw<RevisionRow[]>`
    SELECT r."id", r."number", r."edition", r."publishedAt", r."inForceFrom", r."definition",
           COALESCE(r."id" IN (c."currentRevisionId", c."nextRevisionId"), FALSE) AS "standing",
           COUNT(a."id") AS "granted", COUNT(CASE WHEN ${isValid} THEN a."id" END) AS "valid"
    FROM "CertificationRevision" r
    JOIN "Certification" c ON c."id" = r."certificationId"
    LEFT JOIN "Award" a ON a."revisionId" = r."id" AND a."certificationId" = ${certificationId}
    ${correction}
    WHERE r."certificationId" = ${certificationId}
    GROUP BY r."id", r."number", r."edition", r."publishedAt", r."inForceFrom", r."definition", c."currentRevisionId",
             c."nextRevisionId"
    ORDER BY r."number" DESC`;
}

interface UnderWay {
  readonly cycleId: string;
  readonly personId: string;
  readonly name: string;
  readonly cause: string;
  readonly openedAt: Date;
}

/** Whoever has a run open meets the rules that are in force when they finish. By the order in which runs were opened. */
async function findUnderWay(certificationId: string, after: string | null) {
  const from = after === null ? sql`` : sql`AND cy."id" > ${after}`;
  const open = sql`cy."certificationId" = ${certificationId}
    AND NOT EXISTS (SELECT 1 FROM "Award" a WHERE a."cycleId" = cy."id")
    AND NOT EXISTS (SELECT 1 FROM "CycleEnd" done WHERE done."cycleId" = cy."id")`;
  const [underWay, [total]] = await Promise.all([
    db.$queryRaw<UnderWay[]>`
      SELECT cy."id" AS "cycleId", cy."personId", p."name", cy."cause", cy."openedAt"
      FROM "Cycle" cy JOIN "Person" p ON p."id" = cy."personId"
      WHERE ${open} ${from} ORDER BY cy."id" LIMIT ${PAGE + 1}`,
    db.$queryRaw<[{ count: number | bigint }]>`SELECT COUNT(*) AS "count" FROM "Cycle" cy WHERE ${open}`,
  ]);
  const more = underWay.length > PAGE;
  const shown = underWay.slice(0, PAGE);
  return { underWay: shown, total: Number(total.count), next: more ? shown.at(-1)!.cycleId : null };
}
