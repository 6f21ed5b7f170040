import type { ContentFinding } from "~/platform/content-finding";

/** @param used names of the files that something in the folder shows or hands out */
export function unusedFiles(
  folder: string,
  names: readonly string[],
  used: ReadonlySet<string>,
): ContentFinding[] {
  return names
    .filter((name) => !used.has(name))
    .map((name) => ({
      file: `${folder}/${name}`,
      line: 1,
      message: "Nothing in this folder uses this file.",
      advice: "Use it or delete it.",
    }));
}
