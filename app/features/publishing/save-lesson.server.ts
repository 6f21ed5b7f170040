import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { countEdit, draftsOf } from "./draft-policy.server";
import { sameText, textProblems, type LessonText, type TypedLesson } from "./lesson-form";

export interface SavedLesson {
  readonly version: number;
  readonly savedAt: Date;
}

/** The lesson was saved elsewhere since this text was begun. `theirs` is what is stored. */
export class LessonConflict extends Conflict {
  constructor(readonly theirs: LessonText & SavedLesson) {
    super(
      "lesson-conflict",
      "This lesson was changed in another tab or window since you opened it. Nothing was overwritten.",
    );
  }
}

/** @throws Invalid, NotFound, LessonConflict */
export async function saveLesson(
  actor: Actor,
  place: { draftId: string; lessonSlug: string },
  { version, ...text }: TypedLesson,
): Promise<SavedLesson> {
  const fields = textProblems(text);
  if (Object.keys(fields).length > 0)
    throw new Invalid("lesson-text", Object.values(fields).flat().join(" "), fields);

  return transaction(async (tx) => {
    const lesson = { slug: place.lessonSlug, draft: { ...draftsOf(actor), id: place.draftId } };
    const select = {
      id: true,
      title: true,
      summary: true,
      minutes: true,
      source: true,
      version: true,
      updatedAt: true,
    } as const;
    const stored = await tx.draftLesson.findFirst({ where: lesson, select });
    if (!stored) throw new NotFound("lesson");
    /* Sent twice, or typed back to what it was: there is nothing to write and nothing to be in conflict with. */
    if (sameText(stored, text)) return { version: stored.version, savedAt: stored.updatedAt };

    await countEdit(tx, actor, place.draftId);
    const savedAt = now();
    const { count } = await tx.draftLesson.updateMany({
      where: { id: stored.id, version },
      data: { ...text, version: version + 1, updatedAt: savedAt },
    });
    if (count === 1) return { version: version + 1, savedAt };

    /* Read anew: the other text may have come between the first reading and the write. */
    const theirs = await tx.draftLesson.findFirst({ where: lesson, select });
    if (!theirs) throw new NotFound("lesson");
    const { title, summary, minutes, source, updatedAt } = theirs;
    throw new LessonConflict({
      title,
      summary,
      minutes,
      source,
      version: theirs.version,
      savedAt: updatedAt,
    });
  });
}
