/** What the program can tell of how a revision changes the one before. The rest is for its author to say. */
import type { ChangeKind } from "./change-kinds";
import { answersDiffer, type AskedCheck } from "./lesson-content";

export interface JudgedLesson {
  readonly slug: string;
  readonly title: string;
  readonly content: string;
  /** Printed in it; each once. */
  readonly figures: ReadonlySet<string>;
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
  if (differing.length === after.length && after.length > 1)
    return { proposed: "full", because: "Every lesson is new or changed.", notEditorial };
  const because = [
    ...(differing.length > 0 ? [`${many(differing)} new or changed.`] : []),
    ...(gone.length > 0 ? [`${many(gone)} gone.`] : []),
  ].join(" ");
  return { proposed: "delta", because, notEditorial };
}

function many({ length }: readonly unknown[]): string {
  return length === 1 ? "1 lesson is" : `${length} lessons are`;
}

function objections(before: JudgedLesson | undefined, { title, figures, checks }: JudgedLesson): string[] {
  if (!before) return [`The lesson “${title}” is new.`];
  const told = (what: string, these: ReadonlySet<string>, those: ReadonlySet<string>) => {
    const differ = [...these].filter((figure) => !those.has(figure));
    return differ.length > 0 ? [`The lesson “${title}” ${what}: ${some(differ)}.`] : [];
  };
  const printed = [
    ...told("has figures that it did not have before", figures, before.figures),
    ...told("has lost figures", before.figures, figures),
  ];
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
  return [...printed, ...asked, ...dropped];
}

function some(words: readonly string[]): string {
  return words.length > 5 ? `${words.slice(0, 5).join(", ")} and others` : words.join(", ");
}
