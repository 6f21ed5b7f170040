/** What is wrong in content/certifications, and in what content/roles asks for, without a database. */
import { z } from "zod";
import type { ContentFinding } from "~/platform/content-finding";
import { certificationDefinition } from "./certification-definition";
import { findBadLinks } from "./certification-links";
import { uncoveredDuties, unknownCertifications, unknownDuties, type NamedDuty } from "./duty-cover";
import { readYamlFolder } from "./read-yaml-folder.server";
import { unknownSteps, type KnownSteps } from "./unknown-steps";

const dutyFile = z.object({
  accountabilities: z.array(
    z.object({
      id: z.string(),
      evidence: z.string().optional(),
      requires: z.array(z.object({ certification: z.string(), clause: z.string().optional() })).default([]),
    }),
  ),
});

export interface TeachingContent extends KnownSteps {
  readonly taught: readonly NamedDuty[];
}

interface CheckedCertifications {
  readonly findings: ContentFinding[];
  readonly certifications: number;
  /** Clauses named by certifications and requirements. */
  readonly clauses: readonly { readonly file: string; readonly line: number; readonly clause: string }[];
}

export async function checkCertifications(
  root: string,
  { taught, ...steps }: TeachingContent,
): Promise<CheckedCertifications> {
  const { files, names, findings } = await readYamlFolder(root, "certifications", certificationDefinition);
  const misnamed = files.flatMap(({ name, value, find }) =>
    value.id === name ? [] : find(["id"], `The id is ${value.id}.`, `Use the file's name: ${name}.`),
  );
  /* What is wrong in these files is found where job roles are read. */
  const roles = (await readYamlFolder(root, "roles", dutyFile)).files.map(({ value, find }) => ({
    ...value,
    find,
  }));
  const place = ({ file, line }: ContentFinding, clause: string) => ({ file, line, clause });
  return {
    findings: [
      ...findings,
      ...misnamed,
      ...[...findBadLinks(files).values()].flat(),
      ...unknownSteps(files, steps),
      ...unknownCertifications(roles, new Set(names)),
      ...unknownDuties(roles, taught),
      ...uncoveredDuties(roles, taught),
    ],
    certifications: files.length,
    clauses: [
      ...files.flatMap(({ value, find }) =>
        value.clauses.map((clause, index) => place(find(["clauses", index], "", ""), clause)),
      ),
      ...roles.flatMap(({ accountabilities, find }) =>
        accountabilities.flatMap(({ requires }, duty) =>
          requires.flatMap(({ clause }, index) =>
            clause === undefined
              ? []
              : place(find(["accountabilities", duty, "requires", index, "clause"], "", ""), clause),
          ),
        ),
      ),
    ],
  };
}
