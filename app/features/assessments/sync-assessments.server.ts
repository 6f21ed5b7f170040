/** Brings `content/assessments` into the database: question versions and revisions by hash, audience, archive. */
import { canonicalJson, type JsonObject } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { readAssessments, type CompiledAssessment } from "./read-assessments.server";

/** @returns what is wrong; an assessment with findings keeps its last good revision, the others are brought in */
export async function syncAssessments(root: string): Promise<ContentFinding[]> {
  const { slugs, assessments, findings } = await readAssessments(root);
  for (const assessment of assessments) await syncOne(assessment);
  /* A folder that is not there, after a deployment that broke off, must not pass for one that was emptied. */
  if (slugs)
    await db.assessment.updateMany({
      where: { slug: { notIn: [...slugs] }, archivedAt: null },
      data: { archivedAt: now() },
    });
  return [...findings];
}

async function syncOne(compiled: CompiledAssessment): Promise<void> {
  if (await isCurrent(compiled)) return;
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
  const { slug, revisionId, blueprint } = compiled;
  await addQuestionVersions(tx, compiled);

  const shown = { title: blueprint.title, summary: blueprint.summary };
  const { id: assessmentId } = await tx.assessment.upsert({
    where: { slug },
    create: { id: newId(), slug, ...shown },
    update: {},
    select: { id: true },
  });
  const known = await tx.assessmentRevision.findUnique({ where: { id: revisionId }, select: { id: true } });
  if (!known) {
    const number = (await tx.assessmentRevision.count({ where: { assessmentId } })) + 1;
    const data = { id: revisionId, assessmentId, number, publishedAt: now() };
    await tx.assessmentRevision.create({
      data: { ...data, blueprint: canonicalJson(blueprint as unknown as JsonObject) },
      select: { id: true },
    });
  }
  await tx.assessment.update({
    where: { id: assessmentId },
    data: { ...shown, currentRevisionId: revisionId, archivedAt: null },
    select: { id: true },
  });
  await tx.assessmentAudience.deleteMany({ where: { assessmentId } });
  await tx.assessmentAudience.createMany({
    data: audienceRows(compiled.audience).map((row) => ({ assessmentId, ...row })),
  });
}

async function addQuestionVersions(tx: Tx, { questions }: CompiledAssessment): Promise<void> {
  const ids = questions.map((question) => question.id);
  const known = await tx.questionVersion.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const knownIds = new Set(known.map((row) => row.id));
  const createdAt = now();
  await tx.questionVersion.createMany({
    data: questions
      .filter((question) => !knownIds.has(question.id))
      .map(({ body, key, ...columns }) => ({
        ...columns,
        body: canonicalJson(body as unknown as JsonObject),
        key: canonicalJson(key as unknown as JsonObject),
        createdAt,
      })),
  });
}

function audienceRows({ jobRoles, regions }: CompiledAssessment["audience"]) {
  return [
    ...jobRoles.map((value) => ({ dimension: "job-role", value })),
    ...regions.map((value) => ({ dimension: "region", value })),
  ];
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && (error as { code?: string }).code === "P2002";
}
