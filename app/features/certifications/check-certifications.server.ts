import { certificationDefinition } from "./certification-definition";
import { findBadLinks } from "./certification-links";
import { readYamlFolder } from "./read-yaml-folder.server";

/** What is wrong in content/certifications, without a database. */
export async function checkCertifications(root: string) {
  const { files, findings } = await readYamlFolder(root, "certifications", certificationDefinition);
  const misnamed = files.flatMap(({ name, value, find }) =>
    value.id === name ? [] : find(["id"], `The id is ${value.id}.`, `Use the file's name: ${name}.`),
  );
  const links = [...findBadLinks(files).values()].flat();
  return { findings: [...findings, ...misnamed, ...links], certifications: files.length };
}
