/** From what was typed to a question as authors write it, and each complaint back to the field that it is about. Pure. */
import {
  every,
  filledRows,
  one,
  type FieldProblems,
  type Typed,
  type TypedRow,
} from "../authoring/typed-form";
import { wordsFor } from "../authoring/issue-words";
import { certainNumber } from "../questions/certain-number";
import type { QuestionKind } from "../questions/question";
import { questionSource, type QuestionSource } from "../questions/question-source";
import { readShape } from "./area-shapes";
import { rowsOfKind } from "./question-form";

type Path = readonly PropertyKey[];
export type ReadQuestion =
  { readonly source: QuestionSource } | { readonly source: null; readonly problems: FieldProblems };

/** @param id the question's; where it is new and none was typed, any that will do for now */
export function questionFromForm(kind: QuestionKind, typed: Typed, id: string): ReadQuestion {
  const rows = Object.fromEntries(
    rowsOfKind[kind].map((group) => [group.name, filledRows(typed, group)] as const),
  );
  const candidate = { ...aboutOf(typed, id), kind, ...partsOf(kind, typed, rows) };
  const result = questionSource.safeParse(candidate);
  if (result.success) return { source: result.data };
  const problems: Record<string, string[]> = {};
  for (const issue of result.error.issues) {
    const field = fieldOf(issue.path, rows);
    const words = isOfLevel(issue.path) ? LEVEL_FORM : wordsFor(issue, one(typed, field));
    if (!problems[field]?.includes(words)) problems[field] = [...(problems[field] ?? []), words];
  }
  return { source: null, problems };
}

const LEVEL_FORM = "Begin each line with the points and a stroke, such as 2 | Polite from start to end.";

/** The points of a rubric's level, which are typed at the start of its line. */
function isOfLevel(path: Path): boolean {
  return path[0] === "rubric" && path.includes("levels") && path.at(-1) === "points";
}

const text = (typed: Typed, name: string) => one(typed, name).trim() || undefined;

/** What is no number, or may be two, is left for the schema to complain of. */
function number(typed: string | undefined): number | string | undefined {
  const given = (typed ?? "").trim();
  return given === "" ? undefined : (certainNumber(given) ?? given);
}

export function listOf(typed: string): string[] {
  return [...new Set(typed.split(/[,\n]/).flatMap((each) => each.trim() || []))];
}

function aboutOf(typed: Typed, id: string): Record<string, unknown> {
  const tags = listOf(one(typed, "tags"));
  const scenario = { id: text(typed, "scenario.id"), text: text(typed, "scenario.text") };
  return defined({
    id,
    prompt: one(typed, "prompt"),
    explanation: text(typed, "explanation"),
    clause: text(typed, "clause"),
    topic: text(typed, "topic"),
    tags: tags.length > 0 ? tags : undefined,
    difficulty: text(typed, "difficulty"),
    points: number(one(typed, "points")),
    scenario: scenario.id || scenario.text ? defined(scenario) : undefined,
  });
}

function partsOf(
  kind: QuestionKind,
  typed: Typed,
  rows: Readonly<Record<string, readonly TypedRow[]>>,
): Record<string, unknown> {
  const of = (name: string) => rows[name] ?? [];
  const credit = text(typed, "credit");
  switch (kind) {
    case "single":
    case "multiple":
      return defined({
        credit,
        options: of("options").map(({ index, values }) =>
          defined({
            text: values.text ?? "",
            correct: kind === "single" ? one(typed, "right") === String(index) : values.correct === "on",
            why: values.why?.trim() || undefined,
            credit: number(values.credit),
          }),
        ),
      });
    case "true-false":
      return { answer: { true: true, false: false }[one(typed, "answer")] };
    case "numeric":
      return {
        numeric: defined({
          value: number(one(typed, "numeric.value")),
          tolerance: number(one(typed, "numeric.tolerance")) ?? 0,
          unit: text(typed, "numeric.unit"),
          units:
            of("units").length > 0
              ? of("units").map(({ values }) => ({ unit: values.unit, factor: number(values.factor) }))
              : undefined,
        }),
      };
    case "ordering":
      return defined({ credit, order: of("order").map(({ values }) => values.text) });
    case "matching": {
      const distractors = of("distractors").map(({ values }) => values.text);
      return defined({
        credit,
        pairs: of("pairs").map(({ values: { stem = "", match = "" } }) => ({ stem, match })),
        distractors: distractors.length > 0 ? distractors : undefined,
      });
    }
    case "gaps":
      return defined({
        credit,
        text: one(typed, "text"),
        gaps: Object.fromEntries(
          of("gaps").map(({ values: { name = "", correct = "", options = "" } }) => {
            const right = correct.trim();
            const others = options.split("\n").flatMap((line) => line.trim() || []);
            return [name.trim(), { options: [...new Set([right, ...others])], correct: right }];
          }),
        ),
      });
    case "short-text":
      return defined({
        matchCase: one(typed, "matchCase") === "on" ? true : undefined,
        accept: of("accept").map(({ values }) =>
          defined({ text: values.text ?? "", credit: number(values.credit) }),
        ),
      });
    case "hotspot":
      return {
        figure: { file: one(typed, "figure.file"), alt: one(typed, "figure.alt") },
        areas: of("areas").map(({ values }) =>
          defined({
            name: values.name ?? "",
            shape: readShape(values.shape ?? "", values.numbers ?? ""),
            correct: values.correct === "on",
            why: values.why?.trim() || undefined,
          }),
        ),
      };
    case "free-response":
      return defined({ rubric: rubricOf(of("rubric")), words: number(one(typed, "words")) });
    case "file-response":
      return {
        rubric: rubricOf(of("rubric")),
        files: defined({
          types: [...every(typed, "files.types")],
          megabytes: number(one(typed, "files.megabytes")),
        }),
      };
  }
}

function rubricOf(rows: readonly TypedRow[]): unknown {
  return rows.map(({ values: { criterion = "", levels = "" } }) => ({
    criterion,
    levels: levels.split("\n").flatMap((line) => {
      if (line.trim() === "") return [];
      const [, points, level] = /^\s*([^|:]*?)\s*[|:]\s*(.*)$/.exec(line) ?? [];
      return [{ points: number(points), text: level ?? line.trim() }];
    }),
  }));
}

/** Where a complaint of the schema belongs in the form: `options.1.text` of the source may be row 3 of the form. */
function fieldOf(path: Path, rows: Readonly<Record<string, readonly TypedRow[]>>): string {
  const [first, second, third] = path.map(String);
  if (first === "numeric" && second === "units") return rowField("units", path.slice(2), rows);
  if (first !== undefined && first in rows) {
    if (first !== "gaps" || second === undefined) return rowField(first, path.slice(1), rows);
    const row = rows.gaps!.find(({ values }) => (values.name ?? "").trim() === second);
    return row ? `gaps.${row.index}.${third === "correct" ? "correct" : third ? "options" : "name"}` : "gaps";
  }
  return path.map(String).slice(0, 2).filter(isNamed).join(".") || "kind";
}

const isNamed = (part: string) => !/^\d+$/.test(part);

function rowField(group: string, rest: Path, rows: Readonly<Record<string, readonly TypedRow[]>>): string {
  const [place, column] = rest;
  const row = typeof place === "number" ? rows[group]?.[place] : undefined;
  if (!row) return group;
  const name = column === undefined ? "text" : column === "shape" ? "numbers" : String(column);
  return `${group}.${row.index}.${name}`;
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
