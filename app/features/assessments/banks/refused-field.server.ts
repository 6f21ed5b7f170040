import type { Typed } from "../authoring/typed-form";
import { GAP } from "../questions/question-source";
import type { QuestionKind } from "../questions/question";
import { QuestionTextRefused, renderBlock, renderInline } from "../questions/render-question-text.server";

const BLOCKS = new Set(["prompt", "explanation", "scenario.text", "text"]);
const INLINE =
  /^(?:options|order|pairs|distractors|areas|rubric)\.\d+\.(?:text|why|stem|match|name|criterion)$/;
const CHOICES = /^gaps\.\d+\.(?:correct|options)$/;

/** The field whose Markdown is not taken; null where it is none of them. */
export function refusedField(kind: QuestionKind, typed: Typed): string | null {
  for (const [name, [text = ""]] of Object.entries(typed)) {
    if (text.trim() === "") continue;
    if (BLOCKS.has(name) && (kind === "gaps" || name !== "text")) {
      if (refuses(() => renderBlock(text.replace(GAP, "gap")))) return name;
    } else if (INLINE.test(name) || CHOICES.test(name)) {
      if (
        text.split(CHOICES.test(name) ? "\n" : /$^/).some((line) => line && refuses(() => renderInline(line)))
      )
        return name;
    }
  }
  return null;
}

function refuses(render: () => string): boolean {
  try {
    render();
    return false;
  } catch (error) {
    if (error instanceof QuestionTextRefused) return true;
    throw error;
  }
}
