import { courseStates } from "~/features/content/owned-courses.server";
import type { Actor } from "~/features/people/actor";
import { db, transaction } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { draftsOf } from "./draft-policy.server";

/** Only of a course that nobody ever saw: a published one is withdrawn instead, since records refer to it. */
export async function deleteDraft(actor: Actor, draftId: string): Promise<void> {
  const where = { ...draftsOf(actor), id: draftId };
  const draft = await db.draft.findFirst({ where, select: { courseId: true, publishedEdits: true } });
  if (!draft) throw new NotFound("draft");
  const published = draft.publishedEdits !== null || (await courseStates([draft.courseId])).size > 0;
  const deleted = published
    ? 0
    : await transaction(
        async (tx) => (await tx.draft.deleteMany({ where: { ...where, publishedEdits: null } })).count,
      );
  if (deleted !== 1)
    throw new Conflict(
      "published",
      "This course has been published, so it can be withdrawn but not deleted.",
    );
}
