import { maySupervise, supervisedBy } from "~/features/people/supervision.server";
import { workColumns } from "~/features/assessments/waiting/work-waiting.server";
import { COUNTED, type WorkWaiting } from "~/features/assessments/waiting/work-waiting";
import type { Actor } from "~/features/people/actor";
import { db, sql, sqlList, type Prisma } from "~/platform/db/client.server";
import { proposalsFor } from "~/features/publishing/proposals/waiting-proposals.server";
import { awardsToDecide } from "../decisions/decision-queries.server";
import { revocationsFor } from "../decisions/waiting-revocations.server";
import type { SignOffWork } from "./sign-offs-waiting";

type HomeWork = WorkWaiting &
  SignOffWork & {
    /** What somebody else has put to the actor. */
    readonly decisions: number;
  };

/** Everything that waits for the actor beside their own learning: one query, which stops counting. */
export async function homeWork(actor: Actor): Promise<HomeWork> {
  const [row] = await db.$queryRaw<Record<keyof HomeWork, number | bigint>[]>(
    sql`SELECT ${workColumns(actor)}, ${signOffColumns(actor)}, ${decisionColumn(actor)}`,
  );
  return {
    toMark: Number(row!.toMark),
    toDecide: Number(row!.toDecide),
    toAcknowledge: Number(row!.toAcknowledge),
    underWay: Number(row!.underWay),
    disputed: Number(row!.disputed),
    decisions: Number(row!.decisions),
  };
}

function decisionColumn(actor: Actor): Prisma.Sql {
  if (!maySupervise(actor)) return sql`0 AS "decisions"`;
  const lists = [awardsToDecide(actor), revocationsFor(actor), proposalsFor(actor)].map(
    (from) => sql`(SELECT COUNT(*) FROM (SELECT 1 FROM ${from} LIMIT ${COUNTED}) AS counted)`,
  );
  return sql`${sqlList(lists, " + ")} AS "decisions"`;
}

function signOffColumns(actor: Actor): Prisma.Sql {
  const count = (where: Prisma.Sql) =>
    sql`(SELECT COUNT(*) FROM (SELECT 1 FROM "SignOff" s WHERE ${where} LIMIT ${COUNTED}) AS counted)`;
  const own = count(sql`s."personId" = ${actor.personId} AND s."state" = 'completed'`);
  if (!maySupervise(actor)) return sql`${own} AS "toAcknowledge", 0 AS "underWay", 0 AS "disputed"`;
  const observed = supervisedBy(actor, sql`s."personId"`);
  /* What has been begun anew is being dealt with. */
  const unanswered = sql`NOT EXISTS (
    SELECT 1 FROM "SignOff" later
    WHERE later."personId" = s."personId" AND later."checklistId" = s."checklistId" AND later."stateAt" > s."stateAt")`;
  return sql`${own} AS "toAcknowledge",
    ${count(sql`s."state" = 'draft' AND s."observerId" = ${actor.personId} AND ${observed}`)} AS "underWay",
    ${count(sql`s."state" = 'disputed' AND ${observed} AND ${unanswered}`)} AS "disputed"`;
}
