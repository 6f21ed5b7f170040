/** What a question asks and offers, as words alone. Its explanation and its case are left out. */
import type { QuestionSource } from "../questions/question-source";

export function questionWords(source: QuestionSource): string {
  return [source.prompt, ...offered(source)].join(" ");
}

function offered(source: QuestionSource): string[] {
  switch (source.kind) {
    case "single":
    case "multiple":
      return source.options.map(({ text }) => text);
    case "ordering":
      return source.order;
    case "matching":
      return source.pairs.flatMap(({ stem, match }) => [stem, match]);
    case "gaps":
      return [source.text, ...Object.values(source.gaps).flatMap(({ options }) => options)];
    case "hotspot":
      return source.areas.map(({ name }) => name);
    case "free-response":
    case "file-response":
      return source.rubric.map(({ criterion }) => criterion);
    case "numeric":
      return [String(source.numeric.value)];
    case "short-text":
    case "true-false":
      return [];
  }
}
