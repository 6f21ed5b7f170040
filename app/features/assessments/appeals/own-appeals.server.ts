/** The page on which somebody appeals against a result of theirs. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { blueprintOf } from "../blueprints/blueprints.server";
import { appealsCloseAt, isOverdue } from "./appeal-rules";

export interface OwnAppeal {
  readonly id: string;
  readonly position: number | null;
  readonly grounds: string;
  readonly filedAt: Date;
  readonly decideBy: Date;
  readonly overdue: boolean;
  readonly state: string;
  readonly decidedAt: Date | null;
  readonly decision: string | null;
  readonly remedy: string | null;
}

export interface OwnAppeals {
  readonly attemptId: string;
  readonly title: string;
  readonly number: number;
  /** Until when an appeal can be filed; null while there is no result. */
  readonly closesAt: Date | null;
  readonly open: boolean;
  readonly questions: readonly { readonly position: number; readonly section: string }[];
  /** The latest first. */
  readonly appeals: readonly OwnAppeal[];
}

/** @throws NotFound for an attempt that is not the actor's, or not submitted */
export async function ownAppeals(actor: Actor, attemptId: string): Promise<OwnAppeals> {
  const attempt = await db.attempt.findFirst({
    where: { id: attemptId, personId: actor.personId, status: "submitted" },
    select: {
      number: true,
      revisionId: true,
      results: { orderBy: { number: "desc" }, take: 1, select: { recordedAt: true } },
      items: { orderBy: { position: "asc" }, select: { position: true, section: true } },
      appeals: {
        orderBy: [{ filedAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          position: true,
          grounds: true,
          filedAt: true,
          decideBy: true,
          state: true,
          decidedAt: true,
          decision: true,
          remedy: true,
        },
      },
    },
  });
  if (!attempt) throw new NotFound("attempt");
  const { title, sections } = await blueprintOf(attempt.revisionId);
  const [result] = attempt.results;
  const closesAt = result ? appealsCloseAt(result.recordedAt) : null;
  return {
    attemptId,
    title,
    number: attempt.number,
    closesAt,
    open: closesAt !== null && now() < closesAt,
    questions: attempt.items.map(({ position, section }) => ({
      position,
      section: sections[section]?.title ?? "",
    })),
    appeals: attempt.appeals.map((appeal) => ({ ...appeal, overdue: isOverdue(appeal, now()) })),
  };
}
