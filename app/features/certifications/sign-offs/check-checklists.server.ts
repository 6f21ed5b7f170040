/** What is wrong in content/checklists, without a database. */
import { z } from "zod";
import type { ContentFinding } from "~/platform/content-finding";
import { readYamlFolder, type Find } from "../read-yaml-folder.server";
import { checklistDefinition } from "./checklist-definition";

interface CheckedChecklists {
  readonly findings: ContentFinding[];
  /** Of every file, also of those with findings. */
  readonly slugs: readonly string[];
  readonly clauses: readonly { readonly file: string; readonly line: number; readonly clause: string }[];
}

const dutyFile = z.object({ accountabilities: z.array(z.object({ id: z.string() })) });

export async function checkChecklists(root: string): Promise<CheckedChecklists> {
  const { names, files, findings } = await readYamlFolder(root, "checklists", checklistDefinition);
  /* What is wrong in these files is found where job roles are read. */
  const roles = await readYamlFolder(root, "roles", dutyFile);
  const duties = new Set(roles.files.flatMap(({ value }) => value.accountabilities.map(({ id }) => id)));
  return {
    findings: [
      ...findings,
      ...files.flatMap((file) => [
        ...misnamed(file),
        ...file.value.accountabilities.flatMap((id, index) =>
          duties.has(id)
            ? []
            : file.find(
                ["accountabilities", index],
                `There is no accountability ${id} in content/roles.`,
                "Use the id of an accountability of a job role.",
              ),
        ),
      ]),
    ],
    slugs: names ?? [],
    clauses: files.flatMap(({ value, find }) =>
      value.clauses.map((clause, index) => {
        const { file, line } = find(["clauses", index], "", "");
        return { file, line, clause };
      }),
    ),
  };
}

export function misnamed(file: {
  readonly name: string;
  readonly value: { readonly id: string };
  readonly find: Find;
}): ContentFinding[] {
  const { name, value, find } = file;
  return value.id === name ? [] : [find(["id"], `The id is ${value.id}.`, `Use the file's name: ${name}.`)];
}
