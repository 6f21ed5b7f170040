import type { Audience } from "~/features/content/lesson";
import type { Revision } from "~/features/content/read-revision.server";
import type { CheckedDraft } from "./check-draft.server";

/** Whether publishing would make the same revision over again, layout included. */
export function isAsPublished(
  revision: Revision,
  { draft, lessons, problems }: Pick<CheckedDraft, "draft" | "lessons" | "problems">,
): boolean {
  /* A draft that cannot be compiled is not what was published. */
  if (problems.length > 0) return false;
  const next = lessons.map(({ compiled, ...lesson }) => ({ ...lesson, snapshotHash: compiled.hash }));
  return shown(revision.courseSlug, revision) === shown(draft.slug, { ...draft, lessons: next });
}

interface Shown {
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly language: string;
  readonly audience: Audience;
  readonly lessons: readonly {
    slug: string;
    title: string;
    summary: string;
    minutes: number;
    snapshotHash: string;
  }[];
}

function shown(address: string, { title, summary, kind, language, audience, lessons }: Shown): string {
  return JSON.stringify([
    [address, title, summary, kind, language],
    [audience.jobRoles.toSorted(), audience.regions.toSorted()],
    lessons.map((each) => [
      each.slug,
      each.title.trim(),
      each.summary.trim(),
      each.minutes,
      each.snapshotHash,
    ]),
  ]);
}
