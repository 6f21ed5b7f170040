/** Everything that stands between a draft and its publication, found by doing all of it but the publishing. */
import { LessonProblems, type LessonProblem } from "~/features/content/lesson-problems";
import type { CompiledLesson } from "~/features/content/compile-lesson.server";
import type { Audience, CourseKind } from "~/features/content/lesson";
import { courseStates, type CourseState } from "~/features/content/owned-courses.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";
import { readAudience } from "./audience-words";
import { asAssetRef, draftFileSelect } from "./draft-files.server";
import { draftsOf } from "./draft-policy.server";
import { leftOverWords } from "./left-over-words";
import { repeatedCheckIds, withoutFrontMatter } from "./lesson-checks";
import { compileDraftLesson } from "./recent-snapshots.server";

export interface DraftProblem extends LessonProblem {
  /** Null for a problem of the course as a whole. */
  readonly lesson: { slug: string; title: string } | null;
  /** Whether the line is one of the lesson's text; otherwise it is about the fields above it. */
  readonly inText: boolean;
}

export interface CheckedDraft {
  readonly draft: {
    id: string;
    courseId: string;
    slug: string;
    title: string;
    summary: string;
    kind: CourseKind;
    language: string;
    audience: Audience;
    edits: number;
    publishedEdits: number | null;
  };
  readonly current: CourseState | null;
  /** Those that compile. */
  readonly lessons: readonly {
    slug: string;
    title: string;
    summary: string;
    minutes: number;
    compiled: CompiledLesson;
  }[];
  readonly problems: readonly DraftProblem[];
}

const checks = {
  points: 30,
  seconds: 60,
  message: "This course was checked very often in the last minute. Please wait a moment.",
};

/**
 * @param drafts among which it is looked for: the actor's own, unless they decide about somebody else's
 * @throws NotFound, TooMany
 */
export async function checkDraft(
  actor: Actor,
  draftId: string,
  drafts: { ownerId: string } = draftsOf(actor),
): Promise<CheckedDraft> {
  const row = await db.draft.findFirst({ where: { ...drafts, id: draftId }, select: wholeDraft });
  if (!row) throw new NotFound("draft");
  await limit("studio-check", actor.personId, checks);
  const { lessons: texts, assets, ...rest } = row;
  const draft = { ...rest, kind: rest.kind as CourseKind, audience: readAudience(rest.audience) };
  const files = assets.map(asAssetRef);
  const slugs = texts.map(({ slug }) => slug);

  const problems: DraftProblem[] = [];
  const report = (of: { slug: string; title: string }, found: readonly LessonProblem[], inText: boolean) => {
    const lesson = { slug: of.slug, title: of.title || of.slug };
    problems.push(...found.map((problem) => ({ ...problem, lesson, inText })));
  };
  if (texts.length === 0)
    problems.push({
      lesson: null,
      inText: false,
      line: 1,
      column: 1,
      message: "The course has no lesson.",
      advice: "Add one and write its text.",
    });

  const lessons: (CheckedDraft["lessons"][number] & { source: string })[] = [];
  for (const text of texts) {
    report(text, missingFields(text), false);
    report(text, leftOverWords(text.source), true);
    try {
      withoutFrontMatter(text.source);
      const compiled = await compileDraftLesson({
        source: text.source,
        courseSlug: draft.slug,
        assets: files,
        lessons: slugs,
      });
      lessons.push({ ...text, compiled });
    } catch (error) {
      if (!(error instanceof LessonProblems)) throw error;
      report(text, error.problems, true);
    }
  }
  const withChecks = lessons.map(({ slug, source, compiled }) => ({
    slug,
    source,
    checkIds: Object.keys(compiled.checks),
  }));
  for (const { slug, problem } of repeatedCheckIds(withChecks))
    report(
      texts.find((text) => text.slug === slug)!,
      [problem],
      true,
    );
  const current = (await courseStates([draft.courseId])).get(draft.courseId) ?? null;
  return { draft, current, lessons, problems };
}

function missingFields({
  title,
  summary,
  minutes,
  source,
}: {
  title: string;
  summary: string;
  minutes: number;
  source: string;
}): LessonProblem[] {
  const missing = (message: string, advice: string) => ({ line: 1, column: 1, message, advice });
  return [
    ...(title.trim() ? [] : [missing("The lesson has no title.", "Give it one.")]),
    ...(summary.trim()
      ? []
      : [missing("The lesson has no summary.", "Say in one sentence what it is about.")]),
    ...(minutes > 0
      ? []
      : [missing("The lesson does not say how long it takes.", "Give the minutes that a reader needs.")]),
    ...(source.trim() ? [] : [missing("The lesson has no text.", "Write it, or delete the lesson.")]),
  ];
}

const wholeDraft = {
  id: true,
  courseId: true,
  slug: true,
  title: true,
  summary: true,
  kind: true,
  language: true,
  audience: true,
  edits: true,
  publishedEdits: true,
  assets: { orderBy: { name: "asc" }, select: draftFileSelect },
  lessons: {
    orderBy: { position: "asc" },
    select: { slug: true, title: true, summary: true, minutes: true, source: true },
  },
} as const;
