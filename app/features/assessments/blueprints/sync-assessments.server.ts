/** Brings `content/assessments` into the database: question versions and revisions by hash, audience, archive. */
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { newId } from "~/platform/ids.server";
import { addQuestionVersions } from "../questions/add-question-versions.server";
import { storeFigures } from "../questions/store-figures.server";
import { audienceRows, putInForce } from "./put-in-force.server";
import { readAssessments, type CompiledAssessment } from "./read-assessments.server";

/** @returns what is wrong; an assessment with findings keeps its last good revision, the others are brought in */
export async function syncAssessments(root: string): Promise<ContentFinding[]> {
  const { slugs, assessments, findings } = await readAssessments(root);
  const taken = await studioSlugs(assessments.map(({ slug }) => slug));
  for (const assessment of assessments) if (!taken.has(assessment.slug)) await syncOne(assessment);
  /* A folder that is not there, after a deployment that broke off, must not pass for one that was emptied. */
  if (slugs)
    await db.assessment.updateMany({
      where: { slug: { notIn: [...slugs] }, ownerId: null, archivedAt: null },
      data: { archivedAt: now() },
    });
  return [...findings, ...[...taken].map(takenFinding)];
}

/** One owner a test and a bank: a folder does not take over what somebody wrote in the studio. */
async function studioSlugs(slugs: readonly string[]): Promise<Set<string>> {
  const named = { slug: { in: [...slugs] } };
  const [tests, banks] = await Promise.all([
    db.assessment.findMany({ where: { ...named, ownerId: { not: null } }, select: { slug: true } }),
    db.bank.findMany({ where: named, select: { slug: true } }),
  ]);
  return new Set([...tests, ...banks].map(({ slug }) => slug));
}

function takenFinding(slug: string): ContentFinding {
  return {
    file: `assessments/${slug}/assessment.yaml`,
    line: 1,
    message: "A test or a question bank of the studio has this address already.",
    advice: "Give the folder another name.",
  };
}

async function syncOne(compiled: CompiledAssessment): Promise<void> {
  if (await isCurrent(compiled)) return;
  await storeFigures(compiled.slug, compiled.figures);
  const write = () => transaction((tx) => publish(tx, compiled));
  /* Several processes may start at once with the same content: who comes second finds it done. */
  await write().catch(async (error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    await write();
  });
}

async function isCurrent({ slug, revisionId, audience }: CompiledAssessment): Promise<boolean> {
  const stored = await db.assessment.findUnique({
    where: { slug },
    select: {
      currentRevisionId: true,
      archivedAt: true,
      audience: { select: { dimension: true, value: true } },
    },
  });
  if (!stored || stored.archivedAt || stored.currentRevisionId !== revisionId) return false;
  const key = (row: { dimension: string; value: string }) => `${row.dimension}:${row.value}`;
  const have = stored.audience.map(key).sort();
  return have.join() === audienceRows(audience).map(key).sort().join();
}

async function publish(tx: Tx, compiled: CompiledAssessment): Promise<void> {
  const { slug, questions } = compiled;
  await addQuestionVersions(tx, questions);
  const { id } = await tx.assessment.upsert({
    where: { slug },
    create: { id: newId(), slug, title: compiled.blueprint.title, summary: compiled.blueprint.summary },
    update: {},
    select: { id: true },
  });
  await putInForce(tx, id, compiled);
}
