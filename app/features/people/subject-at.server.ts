import type { Subject } from "~/features/ledger/record.server";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";

interface Row {
  name: string;
  employeeNumber: string;
  kind: string | null;
  jobRoleId: string | null;
  jobRoleName: string | null;
  teamId: string | null;
  teamName: string | null;
  regionId: string | null;
  regionName: string | null;
}

/**
 * Who the person was at `when`, as known now. One query, because it runs inside every transaction that writes evidence
 * and SQLite lets one of those run at a time.
 */
export async function subjectAt(tx: Tx, personId: string, when: Date): Promise<Subject> {
  const known = now();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p."name", p."employeeNumber", a."kind", role."id" AS "jobRoleId", role."name" AS "jobRoleName",
           team."id" AS "teamId", team."name" AS "teamName", region."id" AS "regionId", region."name" AS "regionName"
    FROM "Person" p
    LEFT JOIN "Assignment" a ON a."personId" = p."id" AND a."kind" <> 'access'
      AND a."recordedAt" <= ${known} AND (a."supersededAt" IS NULL OR a."supersededAt" > ${known})
      AND a."heldFrom" <= ${when} AND (a."heldUntil" IS NULL OR a."heldUntil" > ${when})
    LEFT JOIN "JobRole" role ON role."id" = a."jobRoleId"
    LEFT JOIN "Team" team ON team."id" = a."teamId"
    LEFT JOIN "Region" region ON region."id" = team."regionId"
    WHERE p."id" = ${personId}
    ORDER BY a."heldFrom", role."id", team."id"`;
  const first = rows[0];
  if (!first) throw new NotFound("person");
  const jobRole = rows.find((row) => row.kind === "job-role");
  const member = rows.findLast((row) => row.kind === "team-member");
  const region = member ?? rows.find((row) => row.kind === "team-manager");
  return {
    personId,
    name: first.name,
    employeeNumber: first.employeeNumber,
    teamId: member?.teamId ?? null,
    teamName: member?.teamName ?? null,
    regionId: region?.regionId ?? null,
    regionName: region?.regionName ?? null,
    jobRoleId: jobRole?.jobRoleId ?? null,
    jobRoleName: jobRole?.jobRoleName ?? null,
  };
}
