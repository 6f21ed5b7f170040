/** What can be begun: whom the actor may observe, and by which checklists. */
import { foldName } from "~/features/people/fold-name";
import { supervisedBy } from "~/features/people/supervision.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { readChecklist } from "./checklist-definition";
import { requireObserver } from "./sign-off-policy.server";

const PAGE = 30;

export interface Observable {
  readonly id: string;
  readonly name: string;
  readonly employeeNumber: string;
}

interface Place {
  readonly name: string;
  readonly id: string;
}

/** By name, a page at a time. @throws NotFound for whom observing is not open */
export async function observablePeople(
  actor: Actor,
  { q, after }: { readonly q: string; readonly after: Place | null },
): Promise<{ people: Observable[]; next: Place | null }> {
  requireObserver(actor);
  const t = now();
  const text = `%${foldName(q).replace(/[\\%_]/g, "\\$&")}%`;
  const named = q === "" ? sql`` : sql`AND p."foldedName" LIKE ${text} ESCAPE '\\'`;
  const beyond = after ? sql`AND (p."foldedName", p."id") > (${foldName(after.name)}, ${after.id})` : sql``;
  const found = await db.$queryRaw<Observable[]>(sql`
    SELECT p."id", p."name", p."employeeNumber" FROM "Person" p
    WHERE (p."leftAt" IS NULL OR p."leftAt" > ${t}) AND ${supervisedBy(actor, sql`p."id"`)} ${named} ${beyond}
    ORDER BY p."foldedName", p."id"
    LIMIT ${PAGE + 1}`);
  const people = found.slice(0, PAGE);
  return { people, next: found.length > PAGE ? people.at(-1)! : null };
}

export interface ChecklistChoice {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly edition: string;
  readonly criteria: number;
  /** It is for a duty of the person's job role. */
  readonly suits: boolean;
  /** The sign-off that is under way. */
  readonly openId: string | null;
  /** It is signed, and the person has yet to answer. */
  readonly signed: boolean;
}

interface Row {
  id: string;
  title: string;
  summary: string;
  revisionId: string;
  definition: string;
  openId: string | null;
  openState: string | null;
}

/** Those for the person's duties first. @throws NotFound for somebody who is not the actor's to observe */
export async function beginPage(
  actor: Actor,
  personId: string,
): Promise<{ person: Observable; checklists: ChecklistChoice[] }> {
  requireObserver(actor, personId);
  const t = now();
  const [people, rows] = await Promise.all([
    db.$queryRaw<(Observable & { accountabilityId: string | null })[]>(sql`
      SELECT p."id", p."name", p."employeeNumber", duty."id" AS "accountabilityId" FROM "Person" p
      LEFT JOIN "Assignment" held ON held."personId" = p."id" AND held."kind" = 'job-role'
        AND held."supersededAt" IS NULL AND held."heldFrom" <= ${t} AND (held."heldUntil" IS NULL OR held."heldUntil" > ${t})
      LEFT JOIN "Accountability" duty ON duty."jobRoleId" = held."jobRoleId" AND duty."retiredAt" IS NULL
      WHERE p."id" = ${personId} AND (p."leftAt" IS NULL OR p."leftAt" > ${t}) AND ${supervisedBy(actor, sql`p."id"`)}`),
    db.$queryRaw<Row[]>`
      SELECT c."id", c."title", c."summary", r."id" AS "revisionId", r."definition", s."id" AS "openId", s."state" AS "openState"
      FROM "Checklist" c
      JOIN "ChecklistRevision" r ON r."id" = c."currentRevisionId"
      LEFT JOIN "SignOff" s ON s."checklistId" = c."id" AND s."personId" = ${personId} AND s."openKey" IS NOT NULL
      WHERE c."archivedAt" IS NULL
      ORDER BY c."title", c."id"`,
  ]);
  const [first] = people;
  if (!first) throw new NotFound("person");
  const duties = new Set(people.map(({ accountabilityId }) => accountabilityId));
  const { id, name, employeeNumber } = first;
  const checklists = rows.map(({ revisionId, definition: text, openState, ...row }) => {
    const { edition, criteria, accountabilities } = readChecklist(revisionId, text);
    return {
      ...row,
      signed: openState === "completed",
      edition,
      criteria: criteria.length,
      suits: accountabilities.some((duty) => duties.has(duty)),
    };
  });
  return {
    person: { id, name, employeeNumber },
    checklists: checklists.sort((a, b) => Number(b.suits) - Number(a.suits)),
  };
}
