/** Makes a course's next revision: everything it shows, by hash, and the course's pointer to it, or nothing. */
import { canonicalJson } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { Conflict, Forbidden, Invalid } from "~/platform/errors";
import { newId, sha256 } from "~/platform/ids.server";
import { blockLibraryVersion } from "./blocks/block-library";
import type { CompiledLesson } from "./compile-lesson.server";
import type { Audience, CourseKind, LessonMeta } from "./lesson";
import { revisionManifest, type RevisionManifest } from "./revision-manifest";
import { pipelineVersion } from "./snapshot-hash.server";
import type { ChangeKind } from "./revisions/change-kinds";
import { judgeRevision, requireFitting } from "./revisions/judge-revision.server";
import { contentHash } from "./revisions/lesson-content";
import { saveSnapshots } from "./snapshots.server";

export interface CourseMeta {
  readonly title: string;
  readonly summary: string;
  readonly kind: CourseKind;
  readonly language: string;
  readonly accountabilities?: readonly string[];
  readonly clauses?: readonly string[];
}

export interface PublishInput {
  /** Given by the studio, whose drafts know their course's id before it is published. */
  readonly courseId?: string;
  readonly slug: string;
  readonly origin: "git" | "studio";
  readonly ownerId: string | null;
  readonly meta: CourseMeta;
  readonly audience: Audience;
  readonly lessons: readonly (LessonMeta & { readonly slug: string; readonly compiled: CompiledLesson })[];
  /** What changed, for people. */
  readonly note: string;
  /** How it changes the revision before, and why so; judged by the program where nobody says it. */
  readonly change?: { readonly kind: ChangeKind; readonly reason: string } | null;
  /** The second person, where one was needed. */
  readonly confirmedById?: string | null;
  readonly actorId: string | null;
  /** The revision that the author worked from; another one being current by now is a Conflict. */
  readonly basedOn?: string | null;
  readonly sourceHash?: string | null;
}

export interface Published {
  readonly courseId: string;
  readonly revisionId: string;
  /** False when this is what was published already, and so no new revision was made. */
  readonly changed: boolean;
}

/** @throws Conflict (also when another publisher is first by a moment), Forbidden, Invalid */
export async function publishRevision(tx: Tx, input: PublishInput): Promise<Published> {
  try {
    return await publish(tx, input);
  } catch (error) {
    if (isUniqueViolation(error)) throw publishedMeanwhile();
    throw error;
  }
}

async function publish(tx: Tx, input: PublishInput): Promise<Published> {
  if (input.lessons.length === 0) throw new Invalid("no-lessons", "A course needs at least one lesson.");
  if (new Set(input.lessons.map(({ slug }) => slug)).size < input.lessons.length)
    throw new Invalid("lesson-twice", "Two lessons of the course have the same address.");
  const course = await findOrCreateCourse(tx, input);
  const previous = course.currentRevisionId;
  if (input.basedOn !== undefined && input.basedOn !== previous) throw publishedMeanwhile();

  const before = previous === null ? null : await currentManifest(tx, previous);
  const next = manifestOf(input, course.id, previous);
  const unchanged = before !== null && shown({ ...next, previous: before.previous }) === shown(before);
  let revisionId = previous!;
  if (!unchanged) {
    const change = before && (await changeOf(tx, input, before));
    const manifest = canonicalJson(change ? { ...next, change: change.kind } : next);
    revisionId = sha256(manifest);
    await insertRevision(tx, input, { id: revisionId, courseId: course.id, manifest, change });
  }
  await pointCourse(tx, input, { courseId: course.id, previous, revisionId });
  return { courseId: course.id, revisionId, changed: !unchanged };
}

/** Two revisions are the same when they show the same, whatever was said about the change that led there. */
function shown({ change: _, lessons, ...rest }: RevisionManifest): string {
  return canonicalJson({ ...rest, lessons: lessons.map(({ content: _, ...lesson }) => lesson) });
}

async function changeOf(tx: Tx, { change, lessons }: PublishInput, before: RevisionManifest) {
  const was = before.lessons.map(({ snapshot, ...lesson }) => ({ ...lesson, snapshotHash: snapshot }));
  const judged = await judgeRevision(was, lessons, tx);
  const said = change ?? { kind: judged.proposed, reason: judged.because };
  requireFitting(said.kind, judged);
  return said;
}

async function findOrCreateCourse(tx: Tx, input: PublishInput) {
  const { courseId, slug, origin, ownerId, meta } = input;
  const found = await tx.course.findFirst({
    where: { OR: [{ slug }, ...(courseId ? [{ id: courseId }] : [])] },
    select: { id: true, slug: true, origin: true, ownerId: true, currentRevisionId: true },
  });
  if (!found) {
    const { title, summary, kind } = meta;
    return tx.course.create({
      data: {
        id: courseId ?? newId(),
        slug,
        origin,
        ownerId,
        title,
        summary,
        kind,
        minutes: 0,
        createdAt: now(),
      },
      select: { id: true, currentRevisionId: true },
    });
  }
  if (found.slug !== slug)
    throw new Conflict(
      "slug-fixed",
      "A published course keeps its address, since links and records point to it.",
    );
  if ((courseId !== undefined && found.id !== courseId) || found.origin !== origin)
    throw new Conflict("slug-taken", `Another course has the address "${slug}" already. Choose another one.`);
  if (found.ownerId !== ownerId) throw new Forbidden("not-owner", "This course belongs to someone else.");
  return found;
}

function manifestOf(
  { slug, origin, meta, audience, lessons }: PublishInput,
  id: string,
  previous: string | null,
): RevisionManifest {
  const { title, summary, kind, language, accountabilities = [], clauses = [] } = meta;
  return {
    format: 1,
    course: { id, slug, origin },
    title,
    summary,
    kind,
    language,
    audience: { jobRoles: sorted(audience.jobRoles), regions: sorted(audience.regions) },
    accountabilities: sorted(accountabilities),
    clauses: sorted(clauses),
    lessons: lessons.map((lesson) => ({
      slug: lesson.slug,
      title: lesson.title,
      summary: lesson.summary,
      minutes: lesson.minutes,
      snapshot: lesson.compiled.hash,
      checks: Object.keys(lesson.compiled.checks),
      content: contentHash(lesson.compiled),
    })),
    assets: assetsOf(lessons),
    blocks: blockLibraryVersion,
    pipeline: pipelineVersion,
    previous,
  };
}

function assetsOf(lessons: PublishInput["lessons"]): { name: string; hash: string }[] {
  const byName = new Map(
    lessons.flatMap(({ compiled }) => compiled.assets.map(({ name, hash }) => [name, hash] as const)),
  );
  return [...byName].map(([name, hash]) => ({ name, hash })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function currentManifest(tx: Tx, id: string): Promise<RevisionManifest> {
  const { manifest } = await tx.courseRevision.findUniqueOrThrow({
    where: { id },
    select: { manifest: true },
  });
  return revisionManifest.parse(JSON.parse(manifest));
}

async function insertRevision(
  tx: Tx,
  input: PublishInput,
  { change, ...row }: { id: string; courseId: string; manifest: string; change: PublishInput["change"] },
): Promise<void> {
  await saveSnapshots(
    tx,
    input.lessons.map(({ compiled }) => compiled),
  );
  const number = (await tx.courseRevision.count({ where: { courseId: row.courseId } })) + 1;
  await tx.courseRevision.create({
    data: {
      ...row,
      number,
      note: input.note,
      change: change?.kind ?? null,
      changeReason: change?.reason ?? null,
      publishedAt: now(),
      publishedById: input.actorId,
      confirmedById: input.confirmedById ?? null,
    },
    select: { id: true },
  });
  await tx.revisionLesson.createMany({
    data: input.lessons.map(({ slug, title, summary, minutes, compiled }, index) => ({
      revisionId: row.id,
      position: index + 1,
      slug,
      title,
      summary,
      minutes,
      snapshotHash: compiled.hash,
    })),
  });
  await tx.revisionAsset.createMany({
    data: assetsOf(input.lessons).map((asset) => ({ revisionId: row.id, ...asset })),
  });
}

async function pointCourse(
  tx: Tx,
  { meta, audience, lessons, sourceHash = null }: PublishInput,
  { courseId, previous, revisionId }: { courseId: string; previous: string | null; revisionId: string },
): Promise<void> {
  const { title, summary, kind } = meta;
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const { count } = await tx.course.updateMany({
    where: { id: courseId, currentRevisionId: previous },
    data: { title, summary, kind, minutes, currentRevisionId: revisionId, sourceHash, archivedAt: null },
  });
  if (count !== 1) throw publishedMeanwhile();
  await tx.courseAudience.deleteMany({ where: { courseId } });
  const rows = (dimension: string, values: readonly string[]) =>
    sorted(values).map((value) => ({ courseId, dimension, value }));
  await tx.courseAudience.createMany({
    data: [...rows("job-role", audience.jobRoles), ...rows("region", audience.regions)],
  });
}

function publishedMeanwhile(): Conflict {
  return new Conflict(
    "published-meanwhile",
    "Someone else published this course in the meantime. Look at their revision, then publish again.",
  );
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
