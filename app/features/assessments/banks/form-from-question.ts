/** A question as it is written, back to the fields of its form. The other way round is question-from-form.ts. Pure. */
import type { Typed } from "../authoring/typed-form";
import { writeNumber } from "../questions/certain-number";
import type { QuestionSource } from "../questions/question-source";
import { writeShape } from "./area-shapes";

type Fields = Record<string, readonly string[]>;

export function formFromQuestion(source: QuestionSource): Typed {
  const { id, prompt, explanation, clause, topic, tags, difficulty, points, scenario } = source;
  return given({
    id,
    prompt,
    explanation,
    clause,
    topic,
    tags: tags?.join(", "),
    difficulty,
    points,
    "scenario.id": scenario?.id,
    "scenario.text": scenario?.text,
    ...partsOf(source),
  });
}

type Value = string | number | boolean | readonly string[] | null | undefined;

function given(values: Record<string, Value>): Fields {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, readonly string[]][] => {
      if (value === undefined || value === null || value === false) return [];
      if (typeof value === "object") return [[name, value]];
      return [[name, [value === true ? "on" : typeof value === "number" ? writeNumber(value) : value]]];
    }),
  );
}

function rows(group: string, list: readonly Record<string, Value>[]): Record<string, Value> {
  return Object.fromEntries(
    list.flatMap((row, index) =>
      Object.entries(row).map(([column, value]) => [`${group}.${index}.${column}`, value]),
    ),
  );
}

function partsOf(source: QuestionSource): Record<string, Value> {
  switch (source.kind) {
    case "single": {
      const right = source.options.findIndex(({ correct }) => correct);
      const options = source.options.map(({ text, why, credit }) => ({ text, why, credit }));
      return { credit: source.credit, right: String(right), ...rows("options", options) };
    }
    case "multiple":
      return { credit: source.credit, ...rows("options", source.options) };
    case "true-false":
      return { answer: String(source.answer) };
    case "numeric": {
      const { value, tolerance, unit, units = [] } = source.numeric;
      return {
        "numeric.value": value,
        "numeric.tolerance": tolerance,
        "numeric.unit": unit,
        ...rows("units", units),
      };
    }
    case "ordering":
      return {
        credit: source.credit,
        ...rows(
          "order",
          source.order.map((text) => ({ text })),
        ),
      };
    case "matching":
      return {
        credit: source.credit,
        ...rows("pairs", source.pairs),
        ...rows(
          "distractors",
          (source.distractors ?? []).map((text) => ({ text })),
        ),
      };
    case "gaps":
      return {
        credit: source.credit,
        text: source.text,
        ...rows(
          "gaps",
          Object.entries(source.gaps).map(([name, { options, correct }]) => ({
            name,
            correct,
            options: options.filter((option) => option !== correct).join("\n"),
          })),
        ),
      };
    case "short-text":
      return { matchCase: source.matchCase ?? false, ...rows("accept", source.accept) };
    case "hotspot":
      return {
        "figure.file": source.figure.file,
        "figure.alt": source.figure.alt,
        ...rows(
          "areas",
          source.areas.map(({ name, shape, correct, why }) => ({ name, ...writeShape(shape), correct, why })),
        ),
      };
    case "free-response":
      return { words: source.words, ...rubricOf(source.rubric) };
    case "file-response":
      return {
        "files.types": source.files.types,
        "files.megabytes": source.files.megabytes,
        ...rubricOf(source.rubric),
      };
  }
}

type Rubric = Extract<QuestionSource, { kind: "free-response" }>["rubric"];

function rubricOf(rubric: Rubric): Record<string, Value> {
  const written = rubric.map(({ criterion, levels }) => ({
    criterion,
    levels: levels.map(({ points, text }) => `${points} | ${text.replaceAll("\n", " ")}`).join("\n"),
  }));
  return rows("rubric", written);
}
