import type { LessonProblem } from "~/features/content/lesson-problems";
import { blockSnippets } from "./block-snippets";

/** Shorter ones may be meant: a caption may well be "The term". */
const SHORTEST = 12;
const BETWEEN = /[<>"\n]/;

const inserted = new Set([
  "give-it-a-name",
  ...blockSnippets
    .flatMap(({ text }) => text.split(BETWEEN))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= SHORTEST && / [a-z]/.test(piece) && !piece.endsWith("=")),
]);

/** What the toolbar inserted and nobody has written over: readers would read it. One a line. Pure. */
export function leftOverWords(source: string): LessonProblem[] {
  return source.split("\n").flatMap((text, index) => {
    const words = text.split(BETWEEN).find((piece) => inserted.has(piece.trim()));
    if (words === undefined) return [];
    return [
      {
        line: index + 1,
        column: text.indexOf(words) + 1,
        message: `“${words.trim()}” is still what was inserted.`,
        advice: "Write your own words in its place.",
      },
    ];
  });
}
