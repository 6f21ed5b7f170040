/** Appeals that the actor may decide. Nobody's name is read. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, sql } from "~/platform/db/client.server";
import { blueprintsOf } from "../blueprints/blueprints.server";
import { candidateCode } from "../marking/candidate-code";
import { placeText, type QueuePlace } from "../marking/queue-place";
import { requireOffice } from "../office/office-policy.server";
import { decidableBy } from "./appeal-policy.server";
import { isOverdue, type AppealState } from "./appeal-rules";

const PAGE = 30;

export interface AppealRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly position: number | null;
  readonly filedAt: Date;
  readonly decideBy: Date;
  readonly decidedAt: Date | null;
  readonly overdue: boolean;
}

interface Row extends Omit<AppealRow, "code" | "title" | "overdue"> {
  readonly attemptId: string;
  readonly revisionId: string;
}

/** Of one state: the open ones by their deadline, the others the latest first. @throws NotFound */
export async function listAppeals(
  actor: Actor,
  { state, after }: { state: AppealState; after: QueuePlace | null },
): Promise<{ rows: AppealRow[]; next: string | null }> {
  requireOffice(actor);
  const open = state === "open";
  const beyond = !after
    ? sql``
    : open
      ? sql`AND (p."decideBy", p."id") > (${after.at}, ${after.id})`
      : sql`AND (p."decideBy", p."id") < (${after.at}, ${after.id})`;
  const order = open ? sql`p."decideBy", p."id"` : sql`p."decideBy" DESC, p."id" DESC`;
  const found = await db.$queryRaw<Row[]>`
    SELECT p."id", p."attemptId", a."revisionId", p."position", p."filedAt", p."decideBy", p."decidedAt"
    FROM "Appeal" p
    JOIN "Attempt" a ON a."id" = p."attemptId"
    WHERE p."state" = ${state} AND ${decidableBy(actor)} ${beyond}
    ORDER BY ${order}
    LIMIT ${PAGE + 1}`;
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  const blueprints = await blueprintsOf(shown.map(({ revisionId }) => revisionId));
  return {
    rows: shown.map(({ attemptId, revisionId, ...row }) => ({
      ...row,
      code: candidateCode(attemptId),
      title: blueprints.get(revisionId)!.title,
      overdue: isOverdue({ state, decideBy: row.decideBy }, now()),
    })),
    next: last ? placeText({ at: last.decideBy, id: last.id }) : null,
  };
}
