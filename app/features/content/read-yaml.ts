/** YAML checked against a schema, each problem with the line of the value it is about. */
import { isMap, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { LessonProblems, type LessonProblem } from "./lesson-problems";

/** @throws LessonProblems. Tags that would build anything but plain data are not resolved by the core schema. */
export function readYaml<S extends z.ZodType>(text: string, schema: S, advice: string, firstLine = 1): z.output<S> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "core", uniqueKeys: true, stringKeys: true });
  const at = (offset: number, message: string): LessonProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col, message, advice };
  };
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0) {
    const summary = (message: string) => message.split("\n")[0]!.replace(/ at line .*$/, "");
    throw new LessonProblems(
      broken.slice(0, 20).map((error) => at(error.pos[0], `This is not valid YAML: ${summary(error.message)}.`)),
    );
  }
  const result = schema.safeParse(plainData(document, at));
  if (result.success) return result.data;
  throw new LessonProblems(
    result.error.issues.map((issue) => {
      const name = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
      return at(offsetOf(document, issue.path), `${name}${issue.message}.`.replace(/\.\.$/, "."));
    }),
  );
}

function plainData(document: Document, at: (offset: number, message: string) => LessonProblem): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    throw new LessonProblems([at(0, "This YAML repeats itself through too many aliases.")]);
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((each) => isScalar(each.key) && each.key.value === key);
      if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0];
    }
  }
  return 0;
}
