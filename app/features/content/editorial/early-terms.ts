/** Terms that an earlier lesson uses before the lesson that defines them, neither introduced nor with a link there. */
import type { ContentFinding } from "~/platform/content-finding";
import type { EditedLesson } from "./edited-course";
import { passagesOf } from "./passages";
import { termsOf } from "./terms";

export function earlyTerms(lessons: readonly EditedLesson[]): ContentFinding[] {
  const read = lessons.map(({ file, tree }) => passagesOf(tree).map((passage) => ({ file, passage })));
  const before = (lesson: number) => read.slice(0, lesson).flat();
  return termsOf(lessons)
    .filter(({ term }) => isDistinct(term))
    .flatMap(({ term, file, slug, lesson }) => {
      const whole = wholeWords(term);
      const first = before(lesson).find(({ passage }) => whole.test(passage.text));
      const introduced =
        first?.passage.emphasised.some((words) => whole.test(words)) ||
        first?.passage.links.some((url) => url.split("#")[0] === `./${slug}`);
      return first && !introduced ? [tooEarly(term, first.file, first.passage.line, file)] : [];
    });
}

/** A single word such as "Quote" is used in its everyday sense too; two words together or an acronym are the term. */
function isDistinct(term: string): boolean {
  return /\s/.test(term) || /\p{Lu}.*\p{Lu}/u.test(term);
}

function wholeWords(term: string): RegExp {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, "iu");
}

function tooEarly(term: string, file: string, line: number, defined: string): ContentFinding {
  return {
    file,
    line,
    message: `"${term}" is used here, and first explained in ${defined.split("/").at(-1)}.`,
    advice:
      "Move the definition here, introduce it in bold, link to the lesson that has it, or use other words.",
  };
}
