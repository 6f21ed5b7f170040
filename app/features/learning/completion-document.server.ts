import type { Fact } from "~/features/ledger/record.server";
import { contentHashes } from "~/features/content/read-lesson.server";
import type { Tx } from "~/platform/db/client.server";
import type { CoursePlace } from "./course-place.server";

/** Everything that shows what the person read and answered: hashes of the lessons as they were, and every answer. */
export async function completionDocument(
  tx: Tx,
  personId: string,
  { revision, lessons, renewal }: CoursePlace,
  completedAt: Date,
): Promise<Fact["document"]> {
  const snapshots = revision.lessons.map(({ snapshotHash }) => snapshotHash);
  /* One after the other: a transaction has one connection, and PostgreSQL's driver will refuse a second query on it. */
  const progress = await tx.lessonProgress.findMany({
    where: { personId, courseId: revision.courseId, snapshotHash: { in: snapshots } },
    select: { snapshotHash: true, completedAt: true },
  });
  const answers = await tx.checkAnswer.findMany({
    where: { personId, snapshotHash: { in: snapshots } },
    orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
    select: { snapshotHash: true, checkId: true, chosen: true, correct: true, answeredAt: true },
  });
  const contents = await contentHashes(snapshots, tx);
  const readAt = new Map(progress.map((row) => [row.snapshotHash, row.completedAt.toISOString()]));
  return {
    course: { id: revision.courseId, slug: revision.courseSlug, title: revision.title },
    revision: { id: revision.id, number: revision.number },
    completedAt: completedAt.toISOString(),
    /* Who had completed an earlier revision was asked for these lessons only; the others count as read with that one. */
    ...(renewal
      ? {
          renewal: {
            kind: renewal.kind,
            from: { ...renewal.from },
            asked: lessons.flatMap(({ slug, asked }) => (asked ? [slug] : [])),
          },
        }
      : {}),
    lessons: revision.lessons.map(({ slug, title, snapshotHash }) => ({
      slug,
      title,
      snapshot: snapshotHash,
      content: contents.get(snapshotHash)!,
      readAt: readAt.get(snapshotHash) ?? null,
      answers: answers
        .filter((answer) => answer.snapshotHash === snapshotHash)
        .map(({ checkId, chosen, correct, answeredAt }) => ({
          check: checkId,
          chosen: JSON.parse(chosen) as string[],
          correct,
          answeredAt: answeredAt.toISOString(),
        })),
    })),
  };
}
