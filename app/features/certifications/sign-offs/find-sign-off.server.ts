/** One sign-off with all its marks, for those who may see it. */
import { supervisedBy } from "~/features/people/supervision.server";
import type { Actor } from "~/features/people/actor";
import type { ResponseFile } from "~/features/assessments/questions/question";
import { now } from "~/platform/clock.server";
import { db, sql, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { type ChecklistDefinition, readChecklist } from "./checklist-definition";
import { visibleTo } from "./sign-off-policy.server";
import type { Mark, SignOffState } from "./sign-off-rules";

interface Row {
  id: string;
  checklistId: string;
  revisionId: string;
  revisionNumber: number;
  currentRevisionId: string | null;
  definition: string;
  personId: string;
  personName: string;
  personLeftAt: Date | null;
  observerId: string;
  observerName: string;
  startedAt: Date;
  state: SignOffState;
  stateAt: Date;
  edits: number;
  completedAt: Date | null;
  completedById: string | null;
  completedByName: string | null;
  met: boolean | number | null;
  comment: string;
  closedByName: string | null;
  reason: string | null;
  recordId: string | null;
  observes: number | bigint;
}

export interface SavedMark extends Mark {
  readonly version: number;
  readonly note: string;
  readonly file: ResponseFile | null;
  readonly savedById: string;
  readonly savedByName: string;
  readonly savedAt: Date;
}

export interface SignOff extends Omit<
  Row,
  "definition" | "observes" | "met" | "personLeftAt" | "currentRevisionId"
> {
  readonly definition: ChecklistDefinition;
  readonly met: boolean | null;
  readonly marks: ReadonlyMap<string, SavedMark>;
  readonly own: boolean;
  /** The actor may fill it in, complete it and withdraw it. */
  readonly observes: boolean;
  readonly personLeft: boolean;
  /** The checklist has been changed since it was begun. */
  readonly superseded: boolean;
}

/** @throws NotFound when there is none, or it is not open to the actor */
export async function findSignOff(actor: Actor, id: string, reader: typeof db | Tx = db): Promise<SignOff> {
  const [row] = await reader.$queryRaw<Row[]>(sql`
    SELECT s."id", s."checklistId", s."revisionId", r."number" AS "revisionNumber", c."currentRevisionId",
           r."definition", s."personId", p."name" AS "personName", p."leftAt" AS "personLeftAt", s."observerId",
           observer."name" AS "observerName", s."startedAt", s."state", s."stateAt", s."edits", s."completedAt",
           s."completedById", completer."name" AS "completedByName", s."met", s."comment",
           closer."name" AS "closedByName", s."reason", s."recordId",
           CASE WHEN ${supervisedBy(actor, sql`s."personId"`)} THEN 1 ELSE 0 END AS "observes"
    FROM "SignOff" s
    JOIN "Checklist" c ON c."id" = s."checklistId"
    JOIN "ChecklistRevision" r ON r."id" = s."revisionId"
    JOIN "Person" p ON p."id" = s."personId"
    JOIN "Person" observer ON observer."id" = s."observerId"
    LEFT JOIN "Person" completer ON completer."id" = s."completedById"
    LEFT JOIN "Person" closer ON closer."id" = s."closedById"
    WHERE s."id" = ${id} AND ${visibleTo(actor)}`);
  if (!row) throw new NotFound("sign-off");
  const { definition, observes, met, personLeftAt, currentRevisionId, ...facts } = row;
  return {
    ...facts,
    definition: readChecklist(row.revisionId, definition),
    met: met === null ? null : Boolean(met),
    marks: await marksOf(id, reader),
    own: row.personId === actor.personId,
    observes: Number(observes) === 1,
    personLeft: personLeftAt !== null && personLeftAt <= now(),
    superseded: currentRevisionId !== row.revisionId,
  };
}

type MarkRow = Omit<SavedMark, "file"> & { criterionId: string; file: string | null };

export async function marksOf(
  signOffId: string,
  reader: typeof db | Tx = db,
): Promise<Map<string, SavedMark>> {
  const rows = await reader.$queryRaw<MarkRow[]>`
    SELECT m."criterionId", m."version", m."outcome", m."measured", m."sample", m."note", m."file", m."savedById",
           p."name" AS "savedByName", m."savedAt"
    FROM "SignOffMark" m JOIN "Person" p ON p."id" = m."savedById"
    WHERE m."signOffId" = ${signOffId}`;
  return new Map(
    rows.map(({ criterionId, file, ...mark }) => [
      criterionId,
      { ...mark, file: file === null ? null : (JSON.parse(file) as ResponseFile) },
    ]),
  );
}
