import { isCourseSlugTaken } from "~/features/content/owned-courses.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { checkAudience } from "./check-audience.server";
import type { CourseSettings } from "./course-settings";
import { draftsOf } from "./draft-policy.server";
import { draftBounds, slugOf } from "./draft-rules";

/** Resolves to the draft's id. */
export async function createDraft(actor: Actor, settings: CourseSettings): Promise<string> {
  const own = draftsOf(actor);
  const audience = await checkAudience(settings);
  const { title, summary, kind, language } = settings;
  const slug = settings.slug ?? slugOf(title);
  if (slug.length < 2) throw slugRefused("Choose an address: none can be made from this title.");
  const id = newId();
  try {
    await transaction(async (tx) => {
      if ((await tx.draft.count({ where: own })) >= draftBounds.drafts)
        throw new Invalid(
          "too-many-drafts",
          `You have ${draftBounds.drafts} courses already. Delete a draft that you no longer need.`,
        );
      await refuseTakenSlug(tx, slug);
      const createdAt = now();
      await tx.draft.create({
        data: {
          id,
          courseId: newId(),
          ...own,
          slug,
          title,
          summary,
          kind,
          language,
          audience: JSON.stringify(audience),
          createdAt,
          updatedAt: createdAt,
        },
        select: { id: true },
      });
    });
  } catch (error) {
    throw asSlugTaken(error, slug);
  }
  return id;
}

export async function refuseTakenSlug(tx: Tx, slug: string): Promise<void> {
  const draft = await tx.draft.findUnique({ where: { slug }, select: { id: true } });
  if (draft || (await isCourseSlugTaken(tx, slug))) throw slugTaken(slug);
}

/** Of two who take the same address at once, the second runs into the unique index. */
export function asSlugTaken(error: unknown, slug: string): unknown {
  return isUniqueViolation(error) ? slugTaken(slug) : error;
}

function slugTaken(slug: string): Invalid {
  return slugRefused(`Another course has the address "${slug}" already. Choose a different one.`);
}

function slugRefused(message: string): Invalid {
  return new Invalid("slug", message, { slug: [message] });
}
