import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { countEdit } from "./draft-policy.server";
import { draftBounds, freeSlug, slugOf } from "./draft-rules";

/** Adds an empty lesson at the end. Resolves to its slug. */
export function addLesson(
  actor: Actor,
  { draftId, title }: { draftId: string; title: string },
): Promise<string> {
  const given = title.trim();
  if (!given)
    throw new Invalid("no-title", "Give the lesson a title.", { title: ["Give the lesson a title."] });
  if (given.length > draftBounds.title) {
    const message = `Use at most ${draftBounds.title} characters for the title.`;
    throw new Invalid("long-title", message, { title: [message] });
  }
  return transaction(async (tx) => {
    await countEdit(tx, actor, draftId);
    const others = await tx.draftLesson.findMany({ where: { draftId }, select: { slug: true } });
    if (others.length >= draftBounds.lessons) {
      const message = `A course holds at most ${draftBounds.lessons} lessons. Make a second course of the rest.`;
      throw new Invalid("too-many-lessons", message, { title: [message] });
    }
    const slug = freeSlug(slugOf(given), new Set(others.map((other) => other.slug)));
    await tx.draftLesson.create({
      data: {
        id: newId(),
        draftId,
        position: others.length + 1,
        slug,
        title: given,
        summary: "",
        minutes: 0,
        source: "",
        updatedAt: now(),
      },
      select: { id: true },
    });
    return slug;
  });
}
