/** Acronyms that a course never writes out. */
import type { ContentFinding } from "~/platform/content-finding";
import type { EditedLesson } from "./edited-course";
import { passagesOf } from "./passages";
import { termsOf } from "./terms";

/** What a reader of a newspaper knows, names of currencies and bodies, and kinds and sizes of file. */
const KNOWN = new Set(
  "AM CET EU EUR GBP ID IEC ISO IT OK PIN PM TV UK US USA USB USD UTC"
    .split(" ")
    .concat("CSV GB GIFT HTML JPEG JSON MB PDF PNG SVG XML ZIP".split(" ")),
);
const ACRONYM = /(?<![\p{L}\p{N}.-])(\p{Lu}{2,})s?(?!\p{L}|\p{N}|-\p{N}|-\p{Lu}|\.\p{L})/gu;

/** @param names what the company calls its own things, in which an acronym explains itself */
export function unexplainedAcronyms(
  lessons: readonly EditedLesson[],
  names: readonly string[] = [],
): ContentFinding[] {
  const read = lessons.map(({ file, tree }) => ({ file, passages: passagesOf(tree) }));
  const all = read.flatMap(({ passages }) => passages.map(({ text }) => text));
  const terms = termsOf(lessons).map(({ term }) => term);
  const seen = new Set([...KNOWN, ...names.flatMap(acronymsIn)]);
  return read.flatMap(({ file, passages }) =>
    passages.flatMap(({ text, line }) =>
      acronymsIn(text).flatMap((acronym) => {
        if (seen.has(acronym)) return [];
        seen.add(acronym);
        if (isExplained(acronym, all, terms)) return [];
        const message = `The course never says what ${acronym} stands for.`;
        return [{ file, line, message, advice: `Write it out where it is first used: "… (${acronym})".` }];
      }),
    ),
  );
}

function acronymsIn(text: string): string[] {
  return [...text.matchAll(ACRONYM)].map(([, acronym]) => acronym!);
}

/**
 * Three ways: a definition, the words themselves, whose initials it is ("return on investment"), or brackets on either
 * side of it: "ultraviolet (UV)", "UV (ultraviolet)". The initials of two words are too often chance to count.
 */
function isExplained(acronym: string, passages: readonly string[], terms: readonly string[]): boolean {
  const [first = ""] = acronym;
  const initials = [...acronym]
    .map((letter) => `${letter}[\\p{L}'’]+`)
    .join("(?:[\\s-]+(?:of|for|and|the|to|on|in|at|by))?[\\s-]+");
  const ways = [
    new RegExp(`(?<!\\p{L})${first}\\p{L}+[^.()]{0,80}\\((?:[^()]*[^()\\p{L}])?${acronym}s?(?!\\p{L})`, "iu"),
    new RegExp(
      `(?<!\\p{L})${acronym}s?(?: \\(|, short for|,? which stands for| stands for| is short for)`,
      "u",
    ),
    ...(acronym.length > 2 ? [new RegExp(`(?<!\\p{L})${initials}`, "iu")] : []),
  ];
  const defined = new RegExp(`(?<!\\p{L})${acronym}(?!\\p{L})`, "u");
  return (
    terms.some((term) => defined.test(term)) || passages.some((text) => ways.some((way) => way.test(text)))
  );
}
