/** Brings `content/courses` into the database: what changed becomes a revision, what is gone is archived. */
import { now } from "~/platform/clock.server";
import type { ContentFinding } from "~/platform/content-finding";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Forbidden, Invalid } from "~/platform/errors";
import { buildCourse, type BuiltCourse } from "./build-course.server";
import type { Snapshot } from "./compile-lesson.server";
import { courseSlugs, readCourseFolder, type CourseFolder, type CourseYaml } from "./course-folder.server";
import { keepSnapshots, readKeptSnapshots } from "./kept-snapshots.server";
import { publishRevision } from "./publish-revision.server";
import { unsaidNote } from "./revisions/change-kinds";
import { findSnapshot } from "./snapshots.server";
import { storeAsset } from "./store-asset.server";

/**
 * @param kept a file with lessons that were compiled before, which gets those that it lacks
 * @returns what is wrong; a course with findings keeps its last good revision, the others are brought in
 */
export async function syncCourses(root: string, kept?: string): Promise<ContentFinding[]> {
  const slugs = await courseSlugs(root);
  const rows = await db.course.findMany({
    where: { origin: "git", archivedAt: null },
    select: { slug: true, sourceHash: true },
  });
  const known = new Map(rows.map(({ slug, sourceHash }) => [slug, sourceHash]));
  const findings: ContentFinding[] = [];
  const compiled = kept === undefined ? new Map<string, Snapshot>() : await readKeptSnapshots(kept);
  const before = compiled.size;
  for (const slug of slugs) {
    const folder = await readCourseFolder(root, slug);
    if (known.get(slug) !== folder.hash) findings.push(...(await syncCourse(folder, compiled)));
  }
  if (kept !== undefined && compiled.size > before) await keepSnapshots(kept, [...compiled.values()]);
  await db.course.updateMany({
    where: { origin: "git", archivedAt: null, slug: { notIn: slugs } },
    data: { archivedAt: now(), sourceHash: null },
  });
  return findings;
}

async function syncCourse(folder: CourseFolder, kept: Map<string, Snapshot>): Promise<ContentFinding[]> {
  const { course, findings } = await buildCourse(folder, {
    placeAsset: storeAsset,
    stored: async (hash) => kept.get(hash) ?? findSnapshot(hash),
  });
  if (!course) return findings;
  for (const { compiled } of course.lessons) kept.set(compiled.hash, compiled);
  try {
    /* Several processes may start at once with the same content: who comes second finds it done. */
    await publish(folder, course).catch((error: unknown) => {
      if (error instanceof Conflict && error.reason === "published-meanwhile") return publish(folder, course);
      throw error;
    });
    return [];
  } catch (error) {
    const advice =
      error instanceof Invalid
        ? "Say delta or full under change, or take the entry out."
        : error instanceof Conflict || error instanceof Forbidden
          ? "Rename the folder."
          : null;
    if (advice === null) throw error;
    const { message } = error as Invalid;
    return [{ file: `${folder.folder}/course.yaml`, line: 1, message, advice }];
  }
}

function publish(folder: CourseFolder, { yaml, lessons }: BuiltCourse) {
  const { audience, change, ...meta } = yaml;
  return transaction(async (tx) =>
    publishRevision(tx, {
      slug: folder.slug,
      origin: "git",
      ownerId: null,
      meta,
      audience,
      lessons,
      actorId: null,
      sourceHash: folder.hash,
      ...(await saidOf(tx, folder.slug, change)),
    }),
  );
}

/** An entry that a revision was published by speaks of that one: a later change is judged anew. */
async function saidOf(tx: Tx, slug: string, said: CourseYaml["change"]) {
  const spent = said && (await tx.courseRevision.count({ where: { course: { slug }, note: said.note } })) > 0;
  return said && !spent
    ? { note: said.note, change: { kind: said.kind, reason: said.note } }
    : { note: unsaidNote };
}
