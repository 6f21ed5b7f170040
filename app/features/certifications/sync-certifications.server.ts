/** Brings content/certifications and the requirements in content/roles into the database. */
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { db } from "~/platform/db/client.server";
import { certificationDefinition, type CertificationDefinition, stepSlug } from "./certification-definition";
import { findBadLinks } from "./certification-links";
import { publishCertification } from "./publish-certification.server";
import { readYamlFolder, type Find } from "./read-yaml-folder.server";
import { stepPlaces } from "./step-places";
import { unknownSteps } from "./unknown-steps";
import { syncRequirements } from "./sync-requirements.server";

/** @returns what is wrong; a file with findings keeps its last good revision, the others are brought in */
export async function syncCertifications(root: string): Promise<ContentFinding[]> {
  const { names, files, findings } = await readYamlFolder(root, "certifications", certificationDefinition);
  const links = findBadLinks(files);
  for (const { name, value, find } of files) {
    const bad = links.get(name)!;
    findings.push(...bad);
    if (value.id !== name)
      findings.push(find(["id"], `The id is ${value.id}.`, `Use the file's name: ${name}.`));
    else if (bad.length === 0) {
      await publishCertification(value);
      findings.push(...(await findMissingSteps(value, find)));
    }
  }
  /* A folder that is not there at all is a wrong path, not the end of every certification. */
  if (names)
    await db.certification.updateMany({
      where: { id: { notIn: [...names] }, archivedAt: null },
      data: { archivedAt: now() },
    });
  return [...findings, ...(await syncRequirements(root))];
}

async function findMissingSteps(definition: CertificationDefinition, find: Find): Promise<ContentFinding[]> {
  const steps = stepPlaces(definition);
  const slugs = steps.map(({ step }) => stepSlug(step));
  const there = { currentRevisionId: { not: null }, archivedAt: null };
  const [courses, assessments, checklists] = await Promise.all([
    db.course.findMany({ where: { slug: { in: slugs }, ...there }, select: { slug: true } }),
    db.assessment.findMany({ where: { slug: { in: slugs }, ...there }, select: { slug: true } }),
    db.checklist.findMany({ where: { id: { in: slugs }, ...there }, select: { id: true } }),
  ]);
  const known = {
    courses: new Set(courses.map(({ slug }) => slug)),
    tests: new Set(assessments.map(({ slug }) => slug)),
    checklists: new Set(checklists.map(({ id }) => id)),
  };
  const advice =
    "Nobody can earn the certification until it is there. Check the name, or mend that file first.";
  return unknownSteps([{ value: definition, find }], known, advice);
}
