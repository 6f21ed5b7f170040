import { readRevision } from "~/features/content/read-revision.server";
import type { Actor } from "~/features/people/actor";
import { countAudience } from "~/features/people/count-audience.server";
import { organisationNames } from "~/features/people/organisation-names.server";
import { audienceWords } from "./audience-words";
import { checkDraft, type DraftProblem } from "./check-draft.server";
import { publicationOf, type Publication } from "./publication";
import { revisionChanges, type LessonChange } from "./revision-changes";

export interface PublishPlan extends Publication {
  readonly draft: { id: string; title: string; slug: string };
  /** Sent back with the decision, so that it is about what was shown. */
  readonly edits: number;
  readonly problems: readonly DraftProblem[];
  /** Null while a lesson cannot be compiled: what it would become is not known. */
  readonly changes: readonly LessonChange[] | null;
  /** Words of the course as a whole that differ from the current revision. */
  readonly courseChanges: readonly string[];
  readonly audience: string;
  readonly people: number;
}

/** What publishing would do, before it is done. @throws NotFound, TooMany */
export async function publishPlan(actor: Actor, draftId: string): Promise<PublishPlan> {
  const { draft, current, lessons, problems } = await checkDraft(actor, draftId);
  const [names, people, revision] = await Promise.all([
    organisationNames(),
    countAudience(draft.audience),
    current ? readRevision(current.revisionId) : null,
  ]);
  const next = lessons.map(({ compiled, ...lesson }) => ({ ...lesson, snapshotHash: compiled.hash }));
  const words = audienceWords(draft.audience, names);
  const before = revision ? audienceWords(revision.audience, names) : words;
  return {
    draft: { id: draft.id, title: draft.title, slug: draft.slug },
    edits: draft.edits,
    problems,
    changes: problems.length > 0 ? null : revisionChanges(revision?.lessons ?? [], next),
    courseChanges: [
      ...(revision && revision.title !== draft.title
        ? [`The title changes from “${revision.title}” to “${draft.title}”.`]
        : []),
      ...(before !== words ? [`It was for: ${before}. It will be for: ${words}.`] : []),
    ],
    audience: words,
    people,
    ...publicationOf(draft, current ?? undefined),
  };
}
