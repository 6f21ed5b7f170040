import { restoreCourse, withdrawCourse } from "~/features/content/owned-courses.server";
import type { Actor } from "~/features/people/actor";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { draftsOf } from "./draft-policy.server";

/** Its audience no longer sees the course; the draft, its revisions and all records stay. */
export function withdrawDraft(actor: Actor, draftId: string): Promise<void> {
  return withCourse(actor, draftId, (tx, courseId) => withdrawCourse(tx, actor.personId, courseId));
}

/** The last revision is open to its audience again. */
export function restoreDraft(actor: Actor, draftId: string): Promise<void> {
  return withCourse(actor, draftId, (tx, courseId) => restoreCourse(tx, actor.personId, courseId));
}

async function withCourse(
  actor: Actor,
  draftId: string,
  work: (tx: Tx, courseId: string) => Promise<void>,
): Promise<void> {
  const draft = await db.draft.findFirst({
    where: { ...draftsOf(actor), id: draftId },
    select: { courseId: true },
  });
  if (!draft) throw new NotFound("draft");
  await transaction((tx) => work(tx, draft.courseId));
}
