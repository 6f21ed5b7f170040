import type { Revision } from "~/features/content/read-revision.server";
import { nothingDiffers } from "~/features/content/revisions/lesson-changes";
import { contentHash } from "~/features/content/revisions/lesson-content";
import type { CheckedDraft } from "./check-draft.server";

/** A draft that cannot be compiled is not what was published. */
export function isAsPublished(
  revision: Revision,
  { draft, lessons, problems }: Pick<CheckedDraft, "draft" | "lessons" | "problems">,
): boolean {
  const after = lessons.map(({ compiled, ...lesson }) => ({
    ...lesson,
    title: lesson.title.trim(),
    summary: lesson.summary.trim(),
    snapshotHash: compiled.hash,
    content: contentHash(compiled),
  }));
  return (
    problems.length === 0 && nothingDiffers(revision, { ...draft, courseSlug: draft.slug, lessons: after })
  );
}
