/** Certifications for tests: definitions and requirements through the real sync, what people did as recorded rows. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { syncCertifications } from "~/features/certifications/sync-certifications.server";
import type { RevisionManifest } from "~/features/content/revision-manifest";
import { record } from "~/features/ledger/record.server";
import { subjectAt } from "~/features/people/subject-at.server";
import type { ContentFinding } from "~/platform/content-finding";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { newId } from "~/platform/ids.server";
import { givenJobRole } from "./builders";

type Files = Record<string, string | object>;

/** Brings in a content folder made of these files, such as `certifications/x.yaml`. */
export async function syncFiles(
  files: Files,
  sync: (root: string) => Promise<ContentFinding[]> = syncCertifications,
): Promise<ContentFinding[]> {
  const root = await mkdtemp(path.join(tmpdir(), "attest-content-"));
  try {
    for (const [file, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), typeof content === "string" ? content : stringify(content));
    }
    return await sync(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** The course `conduct` and the test `essentials`, valid for a year. */
export const foundation = {
  id: "foundation",
  title: "Service foundation",
  edition: "1",
  summary: "The holder knows the basics.",
  clauses: ["iso-9001:2015/7.2"],
  validity: { months: 12 },
  renewalWindowDays: 60,
  requirements: [{ course: "conduct" }, { assessment: "essentials" }],
};

export const role = {
  id: "customer-service-associate",
  accountabilities: [
    {
      id: "csa-service",
      requires: [{ certification: "foundation", dueDays: 30, why: "It shows the basics." }],
    },
  ],
};

/** The certification `foundation`, required by the accountability `csa-service` of customer service associates. */
export async function givenFoundation(): Promise<void> {
  await givenJobRole(role.id);
  const duty = { jobRoleId: role.id, position: 0, title: "Premier service", text: "Service.", details: "[]" };
  await db.accountability.upsert({
    where: { id: "csa-service" },
    update: {},
    create: { id: "csa-service", ...duty },
    select: { id: true },
  });
  await givenCourse("conduct");
  await givenTest("essentials");
  await syncFiles({
    "certifications/foundation.yaml": foundation,
    "roles/customer-service-associate.yaml": role,
  });
}

/** A course of one lesson of 20 minutes, in this revision. */
export async function givenCourse(slug: string, revisionId = `${slug}-1`): Promise<void> {
  const shown = { kind: "policy", title: `Course ${slug}`, summary: "" } as const;
  await db.course.upsert({
    where: { slug },
    update: { currentRevisionId: revisionId },
    create: {
      id: slug,
      slug,
      origin: "git",
      currentRevisionId: revisionId,
      minutes: 20,
      createdAt: now(),
      ...shown,
    },
    select: { id: true },
  });
  const lesson = {
    slug: "lesson",
    title: "Lesson",
    summary: "",
    minutes: 20,
    snapshot: revisionId,
    checks: [],
  };
  const manifest: RevisionManifest = {
    format: 1,
    course: { id: slug, slug, origin: "git" },
    ...shown,
    language: "en",
    audience: { jobRoles: [], regions: [] },
    accountabilities: [],
    clauses: [],
    lessons: [lesson],
    assets: [],
    blocks: 1,
    pipeline: 1,
    previous: null,
  };
  if (await db.courseRevision.findUnique({ where: { id: revisionId }, select: { id: true } })) return;
  const number = (await db.courseRevision.count({ where: { courseId: slug } })) + 1;
  const written = { manifest: JSON.stringify(manifest), note: "", publishedAt: now() };
  await db.courseRevision.create({
    data: { id: revisionId, courseId: slug, number, ...written },
    select: { id: true },
  });
}

export async function givenTest(slug: string): Promise<void> {
  const id = slug;
  await db.assessment.create({
    data: { id, slug, title: `Test ${slug}`, summary: "" },
    select: { id: true },
  });
  await db.assessmentRevision.create({
    data: { id: `${slug}-1`, assessmentId: id, number: 1, blueprint: "{}", publishedAt: now() },
    select: { id: true },
  });
  await db.assessment.update({
    where: { id },
    data: { currentRevisionId: `${slug}-1` },
    select: { id: true },
  });
}

export async function givenCompletion(personId: string, courseId: string, revisionId = `${courseId}-1`) {
  const [id, at] = [newId(), now()];
  await transaction(async (tx) => {
    await tx.courseCompletion.create({
      data: { id, personId, courseId, revisionId, completedAt: at, recordedAt: at },
      select: { id: true },
    });
    const subject = await subjectAt(tx, personId, at);
    const fact = {
      id,
      subject,
      actorId: personId,
      occurredAt: at,
      title: courseId,
      edition: "1",
      document: { revision: { id: revisionId } },
    };
    await record(tx, { ...fact, kind: "course-completed", outcome: "completed", courseId });
  });
  return id;
}

export async function givenAttempt(personId: string, assessmentId: string, passed = true) {
  const [id, at] = [newId(), now()];
  await transaction(async (tx) => {
    const number = (await tx.attempt.count({ where: { personId, assessmentId } })) + 1;
    const times = { startedAt: at, deadlineAt: at, submittedAt: at };
    const outcome = { status: "submitted", score: passed ? 1 : 0, passed };
    await tx.attempt.create({
      data: { id, personId, assessmentId, revisionId: `${assessmentId}-1`, number, ...times, ...outcome },
      select: { id: true },
    });
    const subject = await subjectAt(tx, personId, at);
    const fact = {
      id,
      subject,
      actorId: personId,
      occurredAt: at,
      title: assessmentId,
      edition: "1",
      document: { attemptId: id },
    };
    await record(tx, {
      ...fact,
      kind: "test-submitted",
      outcome: passed ? "passed" : "failed",
      assessmentId,
      score: outcome.score,
    });
    await tx.attemptResult.create({
      data: {
        id,
        attemptId: id,
        number: 1,
        cause: "submitted",
        personId,
        assessmentId,
        score: outcome.score,
        passed,
        effectiveAt: at,
        recordedAt: at,
      },
      select: { id: true },
    });
  });
  return id;
}
