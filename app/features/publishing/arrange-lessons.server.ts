/** Order, name and removal of a draft's lessons. Positions stay 1, 2, 3 … without gaps. */
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Invalid, NotFound } from "~/platform/errors";
import { countEdit } from "./draft-policy.server";
import { draftBounds, isSlug } from "./draft-rules";

interface Place {
  draftId: string;
  lessonSlug: string;
}

/** `to` is the wished position; one beyond the ends means the end. */
export function moveLesson(actor: Actor, place: Place & { to: number }): Promise<void> {
  if (!Number.isInteger(place.to)) {
    const message = "Give the place as a whole number.";
    throw new Invalid("not-a-position", message, { to: [message] });
  }
  return transaction(async (tx) => {
    await countEdit(tx, actor, place.draftId);
    const { id, position: from } = await findLesson(tx, place);
    const { draftId } = place;
    const last = await tx.draftLesson.count({ where: { draftId } });
    const to = Math.min(Math.max(place.to, 1), last);
    if (to > from)
      await tx.draftLesson.updateMany({
        where: { draftId, position: { gt: from, lte: to } },
        data: { position: { decrement: 1 } },
      });
    if (to < from)
      await tx.draftLesson.updateMany({
        where: { draftId, position: { gte: to, lt: from } },
        data: { position: { increment: 1 } },
      });
    await tx.draftLesson.update({ where: { id }, data: { position: to }, select: { id: true } });
  });
}

/** Resolves to the slug as it is afterwards. */
export async function renameLesson(
  actor: Actor,
  place: Place & { title: string; slug: string },
): Promise<string> {
  const title = place.title.trim();
  const slug = place.slug.trim() || place.lessonSlug;
  const fields: Record<string, string[]> = {};
  if (!title || title.length > draftBounds.title)
    fields.title = [`Give the lesson a title of at most ${draftBounds.title} characters.`];
  if (!isSlug(slug)) fields.slug = ["Use lower-case letters, digits and single dashes for the address."];
  if (Object.keys(fields).length > 0)
    throw new Invalid("lesson-name", Object.values(fields).flat().join(" "), fields);
  await transaction(async (tx) => {
    await countEdit(tx, actor, place.draftId);
    const { id } = await findLesson(tx, place);
    const taken = await tx.draftLesson.findFirst({
      where: { draftId: place.draftId, slug, NOT: { id } },
      select: { id: true },
    });
    if (taken) {
      const message = `Another lesson of this course has the address "${slug}". Choose a different one.`;
      throw new Invalid("slug-taken", message, { slug: [message] });
    }
    /* The version counts the text as well as the title, so that an open editor learns of the new title. */
    const data = { title, slug, version: { increment: 1 }, updatedAt: now() };
    await tx.draftLesson.update({ where: { id }, data, select: { id: true } });
  });
  return slug;
}

export function deleteLesson(actor: Actor, place: Place): Promise<void> {
  return transaction(async (tx) => {
    await countEdit(tx, actor, place.draftId);
    const { id, position } = await findLesson(tx, place);
    await tx.draftLesson.delete({ where: { id }, select: { id: true } });
    await tx.draftLesson.updateMany({
      where: { draftId: place.draftId, position: { gt: position } },
      data: { position: { decrement: 1 } },
    });
  });
}

async function findLesson(tx: Tx, { draftId, lessonSlug }: Place): Promise<{ id: string; position: number }> {
  const select = { id: true, position: true } as const;
  const lesson = await tx.draftLesson.findUnique({
    where: { draftId_slug: { draftId, slug: lessonSlug } },
    select,
  });
  if (!lesson) throw new NotFound("lesson");
  return lesson;
}
