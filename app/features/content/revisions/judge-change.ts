/** What the program can tell of how a revision changes the one before. The rest is for its author to say. */
import type { ChangeKind } from "./change-kinds";
import { answersDiffer, type AskedCheck } from "./lesson-content";

export interface JudgedLesson {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
  readonly checks: ReadonlyMap<string, AskedCheck>;
}

export interface JudgedChange {
  readonly proposed: ChangeKind;
  /** Why the proposed kind, in a sentence. */
  readonly because: string;
  /** Why it cannot be called editorial; empty where it can. */
  readonly notEditorial: readonly string[];
}

export function judgeChange(before: readonly JudgedLesson[], after: readonly JudgedLesson[]): JudgedChange {
  const old = new Map(before.map((lesson) => [lesson.slug, lesson]));
  const differing = after.filter(({ slug, content }) => old.get(slug)?.content !== content);
  const notEditorial = after.flatMap((lesson) => objections(old.get(lesson.slug), lesson));
  if (differing.length === 0)
    return { proposed: "editorial", because: "No lesson says anything else than before.", notEditorial };
  if (differing.length === after.length && after.length > 1)
    return { proposed: "full", because: "Every lesson is new or changed.", notEditorial };
  const many = differing.length === 1 ? "1 lesson is" : `${differing.length} lessons are`;
  return { proposed: "delta", because: `${many} new or changed.`, notEditorial };
}

function objections(before: JudgedLesson | undefined, { title, checks }: JudgedLesson): string[] {
  if (!before) return [`The lesson “${title}” is new.`];
  return [...checks].flatMap(([id, asked]) => {
    const was = before.checks.get(id);
    if (!was) return [`The lesson “${title}” has a new knowledge check, “${id}”.`];
    return answersDiffer(was, asked)
      ? [`The right answer to the knowledge check “${id}” in “${title}” is another one than before.`]
      : [];
  });
}
