/** Sign-offs by their state: those of the people whom the actor may observe, or the actor's own. */
import { supervisedBy } from "~/features/people/supervision.server";
import type { Actor } from "~/features/people/actor";
import { placeText, type QueuePlace } from "~/features/assessments/marking/queue-place";
import { db, sql } from "~/platform/db/client.server";
import { requireObserver } from "./sign-off-policy.server";
import type { SignOffState } from "./sign-off-rules";

const PAGE = 30;

export interface SignOffRow {
  readonly id: string;
  readonly title: string;
  readonly personName: string;
  readonly observerName: string;
  readonly state: SignOffState;
  readonly stateAt: Date;
  readonly met: boolean | null;
}

export type SignOffView = SignOffState | "own";

/** The newest first; what waits, the longest waiting first. @throws NotFound for whom observing is not open */
export async function listSignOffs(
  actor: Actor,
  { view, after }: { readonly view: SignOffView; readonly after: QueuePlace | null },
): Promise<{ rows: SignOffRow[]; next: string | null }> {
  if (view !== "own") requireObserver(actor);
  const mine =
    view === "own"
      ? sql`s."personId" = ${actor.personId} AND s."completedAt" IS NOT NULL`
      : sql`s."state" = ${view} AND ${supervisedBy(actor, sql`s."personId"`)}`;
  const oldestFirst = view === "draft" || view === "completed";
  const beyond = !after
    ? sql``
    : oldestFirst
      ? sql`AND (s."stateAt", s."id") > (${after.at}, ${after.id})`
      : sql`AND (s."stateAt", s."id") < (${after.at}, ${after.id})`;
  const order = oldestFirst ? sql`s."stateAt", s."id"` : sql`s."stateAt" DESC, s."id" DESC`;
  const found = await db.$queryRaw<(Omit<SignOffRow, "met"> & { met: boolean | number | null })[]>(sql`
    SELECT s."id", c."title", p."name" AS "personName", observer."name" AS "observerName", s."state", s."stateAt", s."met"
    FROM "SignOff" s
    JOIN "Checklist" c ON c."id" = s."checklistId"
    JOIN "Person" p ON p."id" = s."personId"
    JOIN "Person" observer ON observer."id" = COALESCE(s."completedById", s."observerId")
    WHERE ${mine} ${beyond}
    ORDER BY ${order}
    LIMIT ${PAGE + 1}`);
  const rows = found
    .slice(0, PAGE)
    .map((row) => ({ ...row, met: row.met === null ? null : Boolean(row.met) }));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return { rows, next: last ? placeText({ at: last.stateAt, id: last.id }) : null };
}
