/** The YAML files of one folder of `content/`, each read on its own: one that is wrong does not stop the others. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { z } from "zod";
import type { ContentFinding } from "~/platform/content-finding";
import { openYaml, parseYaml, placeOf, type YamlFile } from "~/platform/yaml-file.server";

interface YamlFolder<T> {
  /** Every file's name without its ending, also of those that do not parse; null where there is no such folder. */
  readonly names: readonly string[] | null;
  readonly files: readonly { readonly name: string; readonly value: T; readonly find: Find }[];
  readonly findings: ContentFinding[];
}

/** Makes a finding at the place of `at` in the file. */
export type Find = (at: readonly PropertyKey[], message: string, advice: string) => ContentFinding;

export async function readYamlFolder<S extends z.ZodType>(
  root: string,
  folder: string,
  schema: S,
): Promise<YamlFolder<z.output<S>>> {
  const entries = await readdir(path.join(root, folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!entries) return { names: null, files: [], findings: [] };
  const names = entries
    .flatMap((entry) => (entry.endsWith(".yaml") ? entry.slice(0, -".yaml".length) : []))
    .sort();
  const files: { name: string; value: z.output<S>; find: Find }[] = [];
  const findings: ContentFinding[] = [];
  for (const name of names) {
    const file = `${folder}/${name}.yaml`;
    const yaml = openYaml(file, await readFile(path.join(root, file), "utf8"));
    const parsed = parseYaml(yaml, schema, adviceFor(folder));
    findings.push(...parsed.findings);
    if (parsed.value !== null) files.push({ name, value: parsed.value, find: finderFor(yaml) });
  }
  return { names, files, findings };
}

function adviceFor(folder: string): string {
  return `Compare it with another file in ${folder}/ that works. Until it is mended, what was last read from it stays in force.`;
}

function finderFor(yaml: YamlFile): Find {
  return (at, message, advice) => ({ file: yaml.file, ...placeOf(yaml, at), message, advice });
}
