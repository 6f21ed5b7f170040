import { sql, type Prisma } from "~/platform/db/client.server";

/** Two dates: when it held, and on which day that was known. */
export interface AsOf {
  effective: Date;
  known: Date;
}

/** Assignments that were in force at `effective`, as far as was known at `known`. */
export function heldAsOf({ effective, known }: AsOf) {
  return {
    heldFrom: { lte: effective },
    recordedAt: { lte: known },
    AND: [
      { OR: [{ heldUntil: null }, { heldUntil: { gt: effective } }] },
      { OR: [{ supersededAt: null }, { supersededAt: { gt: known } }] },
    ],
  } satisfies Prisma.AssignmentWhereInput;
}

/** The same in SQL, for any row that holds from a date to a date and is superseded instead of changed. */
export function inForce(alias: Prisma.Sql, { effective, known }: Readonly<AsOf>): Prisma.Sql {
  return sql`(${alias}."heldFrom" <= ${effective} AND (${alias}."heldUntil" IS NULL OR ${alias}."heldUntil" > ${effective})
    AND ${alias}."recordedAt" <= ${known} AND (${alias}."supersededAt" IS NULL OR ${alias}."supersededAt" > ${known}))`;
}

/** Person p had not left, or was back, at `effective`, as far as was known at `known`. */
export function employed(asOf: AsOf): Prisma.Sql {
  return sql`NOT EXISTS (
    SELECT 1 FROM "Absence" gone WHERE gone."personId" = p."id" AND ${inForce(sql`gone`, asOf)})`;
}
