/** What the studio asks of a lesson beyond what every source must keep to. */
import { refuseWhenAny, problemAt, type LessonProblem } from "~/features/content/lesson-problems";

/**
 * Title, summary and minutes have fields of their own here, and an export writes front matter from them.
 * @throws LessonProblems
 */
export function withoutFrontMatter(source: string): void {
  if (!/^\uFEFF?---/.test(source)) return;
  refuseWhenAny([
    problemAt(
      undefined,
      "The text begins with a line of dashes, which opens front matter.",
      "Take it out: title, summary and minutes have their own fields above. For a dividing line, write *** instead.",
    ),
  ]);
}

interface CheckedLesson {
  readonly slug: string;
  readonly source: string;
  readonly checkIds: readonly string[];
}

/** Answers are kept by the check's id, so within a course it stands for one question. By lesson slug. */
export function repeatedCheckIds(
  lessons: readonly CheckedLesson[],
): { slug: string; problem: LessonProblem }[] {
  const firstSeen = new Map<string, string>();
  return lessons.flatMap(({ slug, source, checkIds }) =>
    checkIds.flatMap((id) => {
      const first = firstSeen.get(id);
      firstSeen.set(id, first ?? slug);
      if (first === undefined) return [];
      const before = source.slice(0, Math.max(0, source.indexOf(`id="${id}"`)));
      const line = before.split("\n").length;
      const message = `The knowledge check "${id}" is in the lesson "${first}" too.`;
      return [
        { slug, problem: { line, column: 1, message, advice: "Give each check of the course its own id." } },
      ];
    }),
  );
}
