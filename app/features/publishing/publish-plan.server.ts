import { readRevision } from "~/features/content/read-revision.server";
import type { CompiledLesson } from "~/features/content/compile-lesson.server";
import type { JudgedChange } from "~/features/content/revisions/judge-change";
import { judgeRevision } from "~/features/content/revisions/judge-revision.server";
import { lessonChanges, type LessonChange } from "~/features/content/revisions/lesson-changes";
import { contentHash } from "~/features/content/revisions/lesson-content";
import type { Actor } from "~/features/people/actor";
import { countAudience } from "~/features/people/count-audience.server";
import { organisationNames } from "~/features/people/organisation-names.server";
import { isAsPublished } from "./as-published";
import { audienceWords } from "./audience-words";
import { checkDraft, type DraftProblem } from "./check-draft.server";
import { publicationOf, type Publication } from "./publication";

export interface PublishPlan extends Publication {
  readonly draft: { id: string; title: string; slug: string };
  /** Sent back with the decision, so that it is about what was shown. */
  readonly edits: number;
  readonly problems: readonly DraftProblem[];
  /** Null while a lesson cannot be compiled: what it would become is not known. */
  readonly changes: readonly LessonChange[] | null;
  /** What would be published over what; null before the first revision and while something is to be mended. */
  readonly next: {
    readonly courseId: string;
    readonly courseSlug: string;
    readonly currentRevisionId: string;
    readonly lessons: readonly {
      slug: string;
      title: string;
      snapshotHash: string;
      content: string;
      /** The snapshot in force; null for a new lesson. */
      before: string | null;
      segments: CompiledLesson["segments"];
    }[];
  } | null;
  /** What the program can tell of the kind of change; null before the first revision. */
  readonly judged: JudgedChange | null;
  /** Words of the course as a whole that differ from the current revision. */
  readonly courseChanges: readonly string[];
  /** What was edited since the current revision is as it was again. */
  readonly nothingDiffers: boolean;
  readonly audience: string;
  readonly people: number;
}

/**
 * What publishing would do, before it is done.
 * @param proposedEdits the state of the draft that waits for a second person
 * @throws NotFound, TooMany
 */
export async function publishPlan(
  actor: Actor,
  draftId: string,
  proposedEdits: number | null = null,
  drafts?: { ownerId: string },
): Promise<PublishPlan> {
  const { draft, current, lessons, problems } = await checkDraft(actor, draftId, drafts);
  const [names, people, revision] = await Promise.all([
    organisationNames(),
    countAudience(draft.audience),
    current ? readRevision(current.revisionId) : null,
  ]);
  const next = lessons.map(({ compiled, ...lesson }) => ({
    ...lesson,
    snapshotHash: compiled.hash,
    content: contentHash(compiled),
    segments: compiled.segments,
    before: revision?.lessons.find(({ slug }) => slug === lesson.slug)?.snapshotHash ?? null,
  }));
  const words = audienceWords(draft.audience, names);
  const before = revision ? audienceWords(revision.audience, names) : words;
  return {
    draft: { id: draft.id, title: draft.title, slug: draft.slug },
    edits: draft.edits,
    problems,
    changes: problems.length > 0 ? null : lessonChanges(revision?.lessons ?? [], next),
    next:
      current && problems.length === 0
        ? {
            courseId: draft.courseId,
            courseSlug: draft.slug,
            currentRevisionId: current.revisionId,
            lessons: next,
          }
        : null,
    judged: revision && problems.length === 0 ? await judgeRevision(revision.lessons, lessons) : null,
    courseChanges: [
      ...(revision && revision.title !== draft.title
        ? [`The title changes from “${revision.title}” to “${draft.title}”.`]
        : []),
      ...(before !== words ? [`It was for: ${before}. It will be for: ${words}.`] : []),
    ],
    nothingDiffers: revision !== null && isAsPublished(revision, { draft, lessons, problems }),
    audience: words,
    people,
    ...publicationOf({ ...draft, proposedEdits }, current ?? undefined),
  };
}
