/** Writes to those who may mark an attempt or decide an appeal, once, when it begins to wait for them. */
import type { Actor } from "~/features/people/actor";
import { inForce } from "~/features/people/as-of.server";
import { dayInWords, dayOf, lastDayOf, startOfDay } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";
import { db, sql, transaction, type Prisma } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { enqueue, type Topics } from "~/platform/outbox.server";
import { blueprintOf } from "../blueprints/blueprints.server";
import { candidateCode } from "../marking/candidate-code";

/**
 * Delivers the message that a submission or an appeal left. What was done meanwhile is not written about, nor is another
 * attempt at a test while one that came earlier on the same UTC day still waits: two hundred candidates are one mail, and
 * a second one for a candidate who marks as well. Nobody's name is said: marking and appeals are anonymous.
 */
export async function tellOfWork({ kind, id }: Topics["work-waiting"]): Promise<void> {
  const found = kind === "marking" ? await markingOf(id) : await appealOf(id);
  if (!found) return;
  const { title } = await blueprintOf(found.revisionId);
  const { subject, sentence, place } = wordsOf(kind, id, found, title);
  const people = await officeExcept(found.except);
  await transaction(async (tx) => {
    for (const { name, email, timeZone } of people) {
      const text = `Hello ${name},\n\n${sentence(timeZone)}\n\n${env.BASE_URL}/test-office/${place}`;
      await enqueue(tx, "email", { to: email, subject, text });
    }
  });
}

interface Found {
  readonly revisionId: string;
  readonly attemptId: string;
  readonly decideBy?: Date;
  /** Who may not do it, of the person alias p. */
  readonly except: Prisma.Sql;
}

async function markingOf(id: string): Promise<Found | null> {
  const unmarked = { results: { none: {} }, markings: { none: {} } };
  const attempt = await db.attempt.findFirst({
    where: { id, ...unmarked },
    select: { revisionId: true, personId: true, assessmentId: true, submittedAt: true },
  });
  if (!attempt) return null;
  const { assessmentId, submittedAt, ...rest } = attempt;
  const day = startOfDay(dayOf(submittedAt!, "UTC"), "UTC");
  const earlier = await db.attempt.groupBy({
    by: ["personId"],
    where: {
      assessmentId,
      ...unmarked,
      OR: [{ submittedAt: { gte: day, lt: submittedAt! } }, { submittedAt: submittedAt!, id: { lt: id } }],
    },
    orderBy: { personId: "asc" },
    take: 2,
  });
  if (earlier.length === 0) return { ...rest, attemptId: id, except: sql`p."id" = ${attempt.personId}` };
  /* The office was told of the first; its candidate, who may be of the office, was not. */
  const [candidate, other] = earlier;
  if (other || candidate!.personId === attempt.personId) return null;
  return { ...rest, attemptId: id, except: sql`p."id" <> ${candidate!.personId}` };
}

async function appealOf(id: string): Promise<Found | null> {
  const appeal = await db.appeal.findFirst({
    where: { id, state: "open" },
    select: { attemptId: true, personId: true, decideBy: true, attempt: { select: { revisionId: true } } },
  });
  if (!appeal) return null;
  const { attemptId, personId, decideBy, attempt } = appeal;
  const t = now();
  const today = { effective: t, known: t };
  /* As decidableBy says of one actor. */
  const leads = sql`EXISTS (
    SELECT 1 FROM "Assignment" lead JOIN "Assignment" member ON member."teamId" = lead."teamId"
    WHERE lead."personId" = p."id" AND lead."kind" = 'team-manager' AND ${inForce(sql`lead`, today)}
      AND member."personId" = ${personId} AND member."kind" = 'team-member' AND ${inForce(sql`member`, today)})`;
  const marked = sql`EXISTS (
    SELECT 1 FROM "Marking" m WHERE m."attemptId" = ${attemptId} AND m."markerId" = p."id")`;
  const isAdmin = sql`EXISTS (
    SELECT 1 FROM "Assignment" ad WHERE ad."personId" = p."id" AND ad."access" = 'admin' AND ${inForce(sql`ad`, today)})`;
  const except = sql`p."id" = ${personId} OR (NOT ${isAdmin} AND (${leads} OR ${marked}))`;
  return { revisionId: attempt.revisionId, attemptId, decideBy, except };
}

function officeExcept(except: Prisma.Sql): Promise<Pick<Actor, "name" | "email" | "timeZone">[]> {
  const t = now();
  const today = { effective: t, known: t };
  return db.$queryRaw(sql`
    SELECT p."name", p."email", p."timeZone" FROM "Person" p
    WHERE (p."leftAt" IS NULL OR p."leftAt" > ${t}) AND NOT (${except})
      AND p."id" IN (
        SELECT o."personId" FROM "Assignment" o
        WHERE o."kind" = 'access' AND o."access" IN ('manager', 'admin') AND ${inForce(sql`o`, today)})
    ORDER BY p."id"`);
}

function wordsOf(kind: Topics["work-waiting"]["kind"], id: string, found: Found, title: string) {
  const code = candidateCode(found.attemptId);
  if (kind === "marking")
    return {
      subject: `An attempt at ${title} waits to be marked`,
      sentence: () =>
        `somebody has submitted ${title} (${code}), and answers of it are marked by people. While it waits, no other mail comes about attempts at this test from the same day. Whoever comes first marks it:`,
      place: `marking/${id}`,
    };
  const lastDay = (timeZone: string) => dayInWords(lastDayOf(found.decideBy!, timeZone));
  return {
    subject: `An appeal about ${title} waits to be decided`,
    sentence: (timeZone: string) =>
      `somebody objects to their result of ${title} (${code}). It is to be decided by ${lastDay(timeZone)}, by one of those who may:`,
    place: `appeals/${id}`,
  };
}
