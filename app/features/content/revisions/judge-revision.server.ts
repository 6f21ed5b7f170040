import { db, type Tx } from "~/platform/db/client.server";
import { Invalid } from "~/platform/errors";
import type { Snapshot } from "../compile-lesson.server";
import type { CheckKey, Segment } from "../lesson";
import type { ChangeKind } from "./change-kinds";
import { type JudgedChange, type JudgedLesson, judgeChange } from "./judge-change";
import { checksAsked, contentHash, figuresIn } from "./lesson-content";

interface LessonBefore {
  readonly slug: string;
  readonly title: string;
  readonly snapshotHash: string;
}

interface LessonAfter {
  readonly slug: string;
  readonly title: string;
  readonly compiled: Snapshot;
}

/** One query. What was published before is judged by what is stored of it, whatever compiled it. */
export async function judgeRevision(
  before: readonly LessonBefore[],
  after: readonly LessonAfter[],
  client: typeof db | Tx = db,
): Promise<JudgedChange> {
  const rows = await client.lessonSnapshot.findMany({
    where: { hash: { in: before.map(({ snapshotHash }) => snapshotHash) } },
    select: { hash: true, text: true, segments: true, checks: true },
  });
  const stored = new Map(rows.map((row) => [row.hash, row]));
  return judgeChange(
    before.flatMap(({ snapshotHash, ...lesson }) => {
      const row = stored.get(snapshotHash);
      if (!row) return [];
      const segments = JSON.parse(row.segments) as Segment[];
      const checks = JSON.parse(row.checks) as Record<string, CheckKey>;
      return [judged(lesson, { text: row.text, segments, checks })];
    }),
    after.map(({ compiled, ...lesson }) => judged(lesson, compiled)),
  );
}

function judged(
  { slug, title }: { slug: string; title: string },
  says: Pick<Snapshot, "text" | "segments" | "checks">,
): JudgedLesson {
  return { slug, title, content: contentHash(says), figures: figuresIn(says), checks: checksAsked(says) };
}

/** @throws Invalid when a revision is called editorial that is not */
export function requireFitting(kind: ChangeKind, { notEditorial }: JudgedChange): void {
  if (kind !== "editorial" || notEditorial.length === 0) return;
  const message = `This is more than an editorial revision. ${notEditorial.join(" ")} Choose delta or full.`;
  throw new Invalid("not-editorial", message, { change: [message] });
}
