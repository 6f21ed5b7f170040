import { courseStates } from "~/features/content/owned-courses.server";
import type { Actor } from "~/features/people/actor";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { checkAudience } from "./check-audience.server";
import type { CourseSettings } from "./course-settings";
import { asSlugTaken, refuseTakenSlug } from "./create-draft.server";
import { countEdit, draftsOf } from "./draft-policy.server";

type Change = CourseSettings & { draftId: string; version: number };

/** Readers see new settings when the course is published next. */
export async function changeSettings(actor: Actor, { draftId, version, ...settings }: Change): Promise<void> {
  const draft = await db.draft.findFirst({
    where: { ...draftsOf(actor), id: draftId },
    select: { slug: true, courseId: true },
  });
  if (!draft) throw new NotFound("draft");
  const { title, summary, kind, language, slug = draft.slug } = settings;
  const audience = await checkAudience(settings);
  const data = {
    title,
    summary,
    kind,
    language,
    slug,
    audience: JSON.stringify(audience),
    version: version + 1,
  };
  try {
    await transaction(async (tx) => {
      await countEdit(tx, actor, draftId);
      if (slug !== draft.slug) {
        await requireUnpublished(tx, draft.courseId);
        await refuseTakenSlug(tx, slug);
      }
      const { count } = await tx.draft.updateMany({ where: { id: draftId, version }, data });
      if (count !== 1)
        throw new Conflict(
          "settings-conflict",
          "These settings were changed in another tab since you opened them. What you typed is still here: save again to replace the other change, or reload the page to see it.",
        );
    });
  } catch (error) {
    throw asSlugTaken(error, slug);
  }
}

async function requireUnpublished(tx: Tx, courseId: string): Promise<void> {
  if ((await courseStates([courseId], tx)).size === 0) return;
  const message = "A published course keeps its address, since links and records point to it.";
  throw new Invalid("slug-fixed", message, { slug: [message] });
}
