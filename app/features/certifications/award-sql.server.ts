/**
 * Whether an award counts, as SQL: what certification-rules.ts says of it, for queries over more awards than could be
 * read. A test compares the two over random histories.
 */
import { type Prisma, sql } from "~/platform/db/client.server";
import type { AsOf } from "./certification-rules";

interface AwardSql {
  /** The last correction of award a, to be joined to it. */
  readonly correction: Prisma.Sql;
  readonly validUntil: Prisma.Sql;
  /** By its corrected dates, and as the last event left it that is no correction. */
  readonly isValid: Prisma.Sql;
}

/** Of award a, at `effective`, as known at `known`. */
export function awardAsOf({ effective, known }: AsOf): AwardSql {
  const knownEvent = sql`"AwardEvent" e WHERE e."awardId" = a."id" AND e."recordedAt" <= ${known}`;
  const validUntil = sql`CASE WHEN fix."id" IS NULL THEN a."validUntil" ELSE fix."validUntil" END`;
  return {
    correction: sql`
      LEFT JOIN "AwardEvent" fix ON fix."awardId" = a."id"
        AND fix."number" = (SELECT MAX(e."number") FROM ${knownEvent} AND e."kind" = 'corrected')`,
    validUntil,
    isValid: sql`(a."recordedAt" <= ${known} AND COALESCE(fix."validFrom", a."validFrom") <= ${effective}
      AND (${validUntil} IS NULL OR ${validUntil} > ${effective})
      AND NOT EXISTS (
        SELECT 1 FROM "AwardEvent" last WHERE last."awardId" = a."id" AND last."kind" <> 'reinstated' AND last."number" = (
          SELECT MAX(e."number") FROM ${knownEvent} AND e."kind" <> 'corrected' AND e."effectiveAt" <= ${effective})))`,
  };
}
