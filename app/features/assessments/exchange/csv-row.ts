/**
 * One question, one row. The columns, in any order and each only where it is needed:
 *
 * - `kind`: single, multiple, true-false, numeric, ordering, matching, gaps, short-text, hotspot, free-response,
 *   file-response. `id`: lower case with dashes; made from the prompt where it is empty.
 * - `clause` such as iso-9001:2015/7.2, `topic`, `tags` parted by semicolons, `difficulty` (easy, medium, hard), `points`.
 * - `prompt` and `explanation`: Markdown.
 * - `option_1` … `option_20`: single and multiple, the answers; ordering, the steps in their right order; matching, what
 *   is to be matched; short-text, what is accepted (`*` stands for any text).
 * - `correct`: the numbers of the right answers, such as `1;3`; for true-false, true or false.
 * - `why_1` …: why an answer is right or wrong. `match_1` …: what belongs to option_1.
 * - `credit`: how several answers count (all-or-nothing, each-option, by-option, right-minus-wrong).
 * - `credit_1` …: with by-option and for short-text, the share of the points, such as 0.5.
 * - `value`, `tolerance`, `unit`: numeric. `match_case`: short-text, true where capitals count.
 * - `more`: all else, as JSON with the names of a question's file: scenario, gaps, figure, areas, rubric, words, files …
 */
import { writeNumber } from "../questions/certain-number";
import type { QuestionSource } from "../questions/question-source";

export type Row = Map<string, string>;

export const PLAIN_COLUMNS =
  "kind id clause topic tags difficulty points prompt explanation correct credit value tolerance unit match_case".split(
    " ",
  );
/** Repeated with _1, _2, … */
export const NUMBERED_COLUMNS = ["option", "why", "match", "credit"];

export function rowOf(source: QuestionSource): Row {
  const row: Row = new Map();
  const more = new Map<string, unknown>(Object.entries(source).filter(([, value]) => value !== undefined));
  const move = (key: string, cell: (value: unknown) => string | null) => {
    const text = more.has(key) ? cell(more.get(key)) : null;
    if (text === null) return;
    row.set(key, text);
    more.delete(key);
  };
  const asText = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  for (const key of ["kind", "id", "clause", "topic", "difficulty", "prompt", "explanation", "credit"])
    move(key, asText);
  move("points", (value) => (typeof value === "number" ? String(value) : null));
  move("tags", (value) => (Array.isArray(value) && value.length > 0 ? value.join(";") : null));
  for (const key of columnsFor(source, row)) more.delete(key);
  if (more.size > 0) row.set("more", JSON.stringify(Object.fromEntries(more)));
  return row;
}

/** Sets the columns of the kind and says what of the question they hold whole. */
function columnsFor(source: QuestionSource, row: Row): string[] {
  const numbered = (name: string, texts: readonly (string | number | undefined)[]) =>
    texts.forEach((text, index) => {
      if (text !== undefined) row.set(`${name}_${index + 1}`, String(text));
    });
  switch (source.kind) {
    case "single":
    case "multiple":
      numbered(
        "option",
        source.options.map(({ text }) => text),
      );
      numbered(
        "why",
        source.options.map(({ why }) => why),
      );
      numbered(
        "credit",
        source.options.map(({ credit }) => credit),
      );
      row.set(
        "correct",
        source.options.flatMap(({ correct }, index) => (correct ? [index + 1] : [])).join(";"),
      );
      return ["options"];
    case "true-false":
      row.set("correct", String(source.answer));
      return ["answer"];
    case "numeric":
      if (source.numeric.units) return [];
      row.set("value", writeNumber(source.numeric.value));
      row.set("tolerance", writeNumber(source.numeric.tolerance));
      if (source.numeric.unit !== undefined) row.set("unit", source.numeric.unit);
      return ["numeric"];
    case "ordering":
      numbered("option", source.order);
      return ["order"];
    case "matching":
      numbered(
        "option",
        source.pairs.map(({ stem }) => stem),
      );
      numbered(
        "match",
        source.pairs.map(({ match }) => match),
      );
      return ["pairs"];
    case "short-text":
      numbered(
        "option",
        source.accept.map(({ text }) => text),
      );
      numbered(
        "credit",
        source.accept.map(({ credit }) => credit),
      );
      if (source.matchCase !== undefined) row.set("match_case", String(source.matchCase));
      return ["accept", "matchCase"];
    default:
      return [];
  }
}
