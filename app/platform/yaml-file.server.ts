/** YAML read with its line numbers, so that each finding says where it is. */
import { isMap, isScalar, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import type { ContentFinding } from "./content-finding";

export interface YamlFile {
  readonly file: string;
  readonly document: Document;
  readonly lines: LineCounter;
}

export type Parsed<T> = { value: T; findings: [] } | { value: null; findings: ContentFinding[] };

export function openYaml(file: string, source: string): YamlFile {
  const lines = new LineCounter();
  return { file, lines, document: parseDocument(source, { lineCounter: lines, uniqueKeys: true }) };
}

export function parseYaml<S extends z.ZodType>(
  yaml: YamlFile,
  schema: S,
  advice: string,
): Parsed<z.output<S>> {
  const { document, file, lines } = yaml;
  if (document.errors.length > 0) {
    const findings = document.errors.map((error) => {
      const { line, col } = lines.linePos(error.pos[0]);
      const message = `This is not valid YAML: ${error.message.split("\n")[0]!.replace(/ at line .*$/, "")}.`;
      return {
        file,
        line,
        column: col,
        message,
        advice: "Quote texts that contain a colon, a # or a quotation mark.",
      };
    });
    return { value: null, findings };
  }
  const result = schema.safeParse(plainData(document));
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues.map((issue) => ({
    file,
    ...placeOf(yaml, issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path),
    message: `${issue.path.length > 0 ? `${issue.path.join(".")}: ` : ""}${issue.message}`,
    advice,
  }));
  return { value: null, findings };
}

/** Null, which no schema takes, for a file that repeats itself through too many aliases. */
function plainData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 });
  } catch {
    return null;
  }
}

/** Where the value at `path` stands, or the nearest thing around it that is there. */
export function placeOf(
  { document, lines }: YamlFile,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  for (let length = path.length; length > 0; length--) {
    const at = keyOffset(document, path.slice(0, length));
    if (at !== null) {
      const { line, col } = lines.linePos(at);
      return { line, column: col };
    }
  }
  return { line: 1, column: 1 };
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (isMap(parent)) {
    const pair = parent.items.find((each) => isScalar(each.key) && each.key.value === path.at(-1));
    return pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null;
  }
  const node = document.getIn(path, true) as { range?: [number, number, number] | null } | undefined;
  return node?.range?.[0] ?? null;
}
