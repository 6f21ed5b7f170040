/** What a course asks of those who have read or completed it as it was. Pure. */
import type { ChangeKind } from "./change-kinds";
import { saysTheSame } from "./lesson-changes";

interface RevisionStep<Lesson> {
  readonly id: string;
  /** How it changes the one before; null for the first. */
  readonly change: ChangeKind | null;
  readonly publishedAt: Date;
  readonly lessons: readonly Lesson[];
}

interface SteppedLesson {
  readonly slug: string;
  readonly snapshotHash: string;
  readonly content: string | null;
}

/** A course's revisions up to the one in force, the oldest first. */
type History<Lesson> = readonly RevisionStep<Lesson>[];

/**
 * Snapshots of which having read one counts as having read the lesson, by its address: its own, and those before it
 * from which editorial revisions led to it, or which say the same.
 */
export function readAs<Lesson extends SteppedLesson>(
  history: History<Lesson>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const steps = history.slice(Math.max(lastFull(history), 0)).reverse();
  const [current, ...earlier] = steps;
  return new Map(
    (current?.lessons ?? []).map((lesson) => {
      const snapshots = new Set([lesson.snapshotHash]);
      let here = lesson;
      let { change } = current!;
      for (const revision of earlier) {
        const before = revision.lessons.find(({ slug }) => slug === lesson.slug);
        if (!before || (change !== "editorial" && !saysTheSame(before, here))) break;
        snapshots.add(before.snapshotHash);
        here = before;
        change = revision.change;
      }
      return [lesson.slug, snapshots];
    }),
  );
}

/** From when on reading counts; null where all of it does. */
export function readingCountsFrom(history: History<SteppedLesson>): Date | null {
  return history[lastFull(history)]?.publishedAt ?? null;
}

export interface AskedAgain<Lesson> {
  readonly kind: "nothing" | "delta" | "full";
  readonly lessons: readonly Lesson[];
}

/** What the revision in force asks of who completed the revision `base`. */
export function askedSince<Lesson extends SteppedLesson>(
  base: string,
  history: History<Lesson>,
): AskedAgain<Lesson> {
  const { lessons = [] } = history.at(-1) ?? {};
  const at = history.findIndex(({ id }) => id === base);
  if (at < 0 || lastFull(history) > at) return { kind: "full", lessons };
  const completed = history[at]!.lessons.map(({ snapshotHash }) => snapshotHash);
  const counting = readAs(history);
  const asked = lessons.filter(({ slug }) => !completed.some((hash) => counting.get(slug)!.has(hash)));
  return { kind: asked.length > 0 ? "delta" : "nothing", lessons: asked };
}

function lastFull(history: History<SteppedLesson>): number {
  return history.findLastIndex(({ change }) => change === "full");
}
