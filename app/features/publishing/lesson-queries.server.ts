import type { AssetRef } from "~/features/content/lesson";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { asAssetRef, draftFileSelect } from "./draft-files.server";
import { draftsOf } from "./draft-policy.server";
import type { TypedLesson } from "./lesson-form";

export interface EditedLesson {
  readonly draft: { id: string; title: string; slug: string };
  readonly lesson: TypedLesson & { slug: string; position: number; updatedAt: Date };
  readonly files: readonly AssetRef[];
  /** All lessons of the course, in order. */
  readonly lessons: readonly { slug: string; title: string }[];
}

/** @throws NotFound */
export async function findLesson(
  actor: Actor,
  { draftId, lessonSlug }: { draftId: string; lessonSlug: string },
): Promise<EditedLesson> {
  const [lesson, draft] = await Promise.all([
    db.draftLesson.findFirst({
      where: { slug: lessonSlug, draft: { ...draftsOf(actor), id: draftId } },
      select: {
        slug: true,
        position: true,
        title: true,
        summary: true,
        minutes: true,
        source: true,
        version: true,
        updatedAt: true,
      },
    }),
    db.draft.findFirst({
      where: { ...draftsOf(actor), id: draftId },
      select: {
        id: true,
        title: true,
        slug: true,
        lessons: { orderBy: { position: "asc" }, select: { slug: true, title: true } },
        assets: { orderBy: { name: "asc" }, select: draftFileSelect },
      },
    }),
  ]);
  if (!lesson || !draft) throw new NotFound("lesson");
  const { lessons, assets, ...rest } = draft;
  return { draft: rest, lesson, lessons, files: assets.map(asAssetRef) };
}
