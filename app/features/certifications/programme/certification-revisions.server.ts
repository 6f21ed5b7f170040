/** The rules of a certification over time and whom a change of them touches; what was awarded stays as it is. */
import { may, type Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
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
  const revisions = rows.map(({ definition, ...row }, index) => {
    const earlier = rows[index + 1];
    return {
      ...row,
      granted: Number(row.granted),
      valid: Number(row.valid),
      changes: earlier
        ? definitionChanges(
            readDefinition(earlier.id, earlier.definition),
            readDefinition(row.id, definition),
          )
        : [],
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
  granted: number | bigint;
  /** Of them, those that have not ended or been stopped today. */
  valid: number | bigint;
}

function findRevisions(certificationId: string): Promise<RevisionRow[]> {
  const t = now();
  return db.$queryRaw<RevisionRow[]>`
    SELECT r."id", r."number", r."edition", r."publishedAt", r."inForceFrom", r."definition",
           COUNT(a."id") AS "granted",
           COUNT(CASE WHEN (a."validUntil" IS NULL OR a."validUntil" > ${t}) AND NOT EXISTS (
             SELECT 1 FROM "AwardEvent" e WHERE e."awardId" = a."id" AND e."kind" IN ('suspended', 'revoked', 'surrendered')
               AND e."effectiveAt" <= ${t} AND NOT EXISTS (
                 SELECT 1 FROM "AwardEvent" later WHERE later."awardId" = a."id" AND later."number" > e."number"
                   AND later."kind" = 'reinstated' AND later."effectiveAt" <= ${t})) THEN a."id" END) AS "valid"
    FROM "CertificationRevision" r
    LEFT JOIN "Award" a ON a."revisionId" = r."id" AND a."certificationId" = ${certificationId}
    WHERE r."certificationId" = ${certificationId}
    GROUP BY r."id", r."number", r."edition", r."publishedAt", r."inForceFrom", r."definition"
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
