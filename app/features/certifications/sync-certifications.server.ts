/** Brings content/certifications and the requirements in content/roles into the database. */
import { canonicalJson } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { enqueue } from "~/platform/outbox.server";
import { certificationDefinition, type CertificationDefinition } from "./certification-definition";
import { readYamlFolder, type Find } from "./read-yaml-folder.server";
import { syncRequirements } from "./sync-requirements.server";

/** @returns what is wrong; a file with findings keeps its last good revision, the others are brought in */
export async function syncCertifications(root: string): Promise<ContentFinding[]> {
  const { names, files, findings } = await readYamlFolder(root, "certifications", certificationDefinition);
  for (const { name, value, find } of files) {
    if (value.id === name) {
      await publish(value);
      findings.push(...(await findMissingSteps(value, find)));
    } else findings.push(find(["id"], `The id is ${value.id}.`, `Use the file's name: ${name}.`));
  }
  /* A folder that is not there at all is a wrong path, not the end of every certification. */
  if (names)
    await db.certification.updateMany({
      where: { id: { notIn: [...names] }, archivedAt: null },
      data: { archivedAt: now() },
    });
  return [...findings, ...(await syncRequirements(root))];
}

async function publish(definition: CertificationDefinition): Promise<void> {
  const text = canonicalJson(definition);
  const revisionId = sha256(text);
  const { id, title, summary, edition } = definition;
  const current = await db.certification.findUnique({
    where: { id },
    select: { currentRevisionId: true, archivedAt: true },
  });
  if (current?.currentRevisionId === revisionId && !current.archivedAt) return;
  const shown = { title, summary, currentRevisionId: revisionId, archivedAt: null };
  const write = () =>
    transaction(async (tx) => {
      await tx.certification.upsert({
        where: { id },
        create: { id, ...shown },
        update: shown,
        select: { id: true },
      });
      await enqueue(tx, "certification-changed", { certificationId: id, after: "" });
      await addRevision(tx, { id: revisionId, certificationId: id, edition, definition: text });
    });
  /* Several processes may start at once with the same content: who comes second finds it done. */
  await write().catch(async (error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    await write();
  });
}

interface NewRevision {
  id: string;
  certificationId: string;
  edition: string;
  definition: string;
}

/** A definition that returns to an earlier wording is that earlier revision again. */
async function addRevision(tx: Tx, revision: NewRevision): Promise<void> {
  const { id, certificationId } = revision;
  if (await tx.certificationRevision.findUnique({ where: { id }, select: { id: true } })) return;
  const number = (await tx.certificationRevision.count({ where: { certificationId } })) + 1;
  await tx.certificationRevision.create({
    data: { ...revision, number, publishedAt: now() },
    select: { id: true },
  });
}

async function findMissingSteps(definition: CertificationDefinition, find: Find): Promise<ContentFinding[]> {
  const slugs = definition.requirements.map((step) => ("course" in step ? step.course : step.assessment));
  const there = { slug: { in: slugs }, currentRevisionId: { not: null }, archivedAt: null };
  const [courses, assessments] = await Promise.all([
    db.course.findMany({ where: there, select: { slug: true } }),
    db.assessment.findMany({ where: there, select: { slug: true } }),
  ]);
  return definition.requirements.flatMap((step, index) => {
    const [kind, slug, known] =
      "course" in step ? ["course", step.course, courses] : ["assessment", step.assessment, assessments];
    if (known.some((row) => row.slug === slug)) return [];
    const advice =
      "Nobody can earn the certification until it is there. Check the name, or mend that file first.";
    return find(["requirements", index], `There is no ${kind} ${slug}.`, advice);
  });
}
