/** What the program can tell of how a revision changes the one before. The rest is for its author to say. */
import type { ChangeKind } from "./change-kinds";
import { answersDiffer, type AskedCheck, figuresIn } from "./lesson-content";

export interface JudgedLesson {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
  readonly text: string;
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
  const gone = before.filter(({ slug }) => after.every((lesson) => lesson.slug !== slug));
  const notEditorial = [
    ...after.flatMap((lesson) => objections(old.get(lesson.slug), lesson)),
    ...gone.map(({ title }) => `The lesson “${title}” is gone.`),
  ];
  if (differing.length === 0 && gone.length === 0)
    return { proposed: "editorial", because: "No lesson says anything else than before.", notEditorial };
  if (differing.length === 0)
    return {
      proposed: "delta",
      because: gone.length === 1 ? "1 lesson is gone." : `${gone.length} lessons are gone.`,
      notEditorial,
    };
  if (differing.length === after.length && after.length > 1)
    return { proposed: "full", because: "Every lesson is new or changed.", notEditorial };
  const many = differing.length === 1 ? "1 lesson is" : `${differing.length} lessons are`;
  return { proposed: "delta", because: `${many} new or changed.`, notEditorial };
}

function objections(before: JudgedLesson | undefined, { title, text, checks }: JudgedLesson): string[] {
  if (!before) return [`The lesson “${title}” is new.`];
  const [was, is] = [figuresIn(before.text), figuresIn(text)];
  const differ = [...without(was, is), ...without(is, was)];
  const figures =
    differ.length > 0 ? [`The lesson “${title}” has other figures than before: ${some(differ)}.`] : [];
  const asked = [...checks].flatMap(([id, now]) => {
    const then = before.checks.get(id);
    if (!then) return [`The lesson “${title}” has a new knowledge check, “${id}”.`];
    return answersDiffer(then, now)
      ? [`The right answer to the knowledge check “${id}” in “${title}” is another one than before.`]
      : [];
  });
  const dropped = [...before.checks.keys()]
    .filter((id) => !checks.has(id))
    .map((id) => `The lesson “${title}” has lost its knowledge check “${id}”.`);
  return [...figures, ...asked, ...dropped];
}

/** What is in the one list more often than in the other. */
function without(these: readonly string[], those: readonly string[]): string[] {
  const left = [...those];
  return these.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

function some(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  return distinct.length > 5 ? `${distinct.slice(0, 5).join(", ")} and others` : distinct.join(", ");
}
