import { z } from "zod";
import { checkKeys, contentHashes, readLesson } from "~/features/content/read-lesson.server";
import type { CheckKey } from "~/features/content/lesson";
import type { CheckFeedback } from "~/features/learning/check-feedback";
import { NotFound } from "~/platform/errors";
import type { CourseEvidence, PinnedHash, ReadLesson } from "./record-evidence";

const answer = z.object({
  check: z.string(),
  chosen: z.array(z.string()),
  correct: z.boolean(),
  answeredAt: z.string(),
});
const courseDocument = z.object({
  course: z.object({ slug: z.string(), title: z.string() }),
  revision: z.object({ id: z.string(), number: z.number() }),
  lessons: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      snapshot: z.string(),
      /** Absent in records of the first version. */
      content: z.string().optional(),
      readAt: z.string().nullable(),
      answers: z.array(answer),
    }),
  ),
});
type Recorded = z.output<typeof courseDocument>["lessons"][number];

/** Which lessons are opened: one by its slug, or all of them for printing. */
export type Opened = { readonly slug: string } | "all" | null;

/** @throws ZodError when `document` is not one of a course */
export async function courseEvidence(
  document: unknown,
  opened: Opened,
): Promise<{ proof: CourseEvidence; pinned: PinnedHash[] }> {
  const { course, revision, lessons } = courseDocument.parse(document);
  const missing: string[] = [];
  const contents = await contentHashes(lessons.map(({ snapshot }) => snapshot));
  const altered = lessons.filter(({ snapshot, content }) => {
    const now = contents.get(snapshot);
    return content !== undefined && now !== undefined && now !== content;
  });
  const read: ReadLesson[] = [];
  for (const lesson of lessons) {
    const { slug, title, snapshot, readAt, answers } = lesson;
    const shown = opened === "all" || opened?.slug === slug ? await open(lesson) : null;
    if (shown === "missing") missing.push(title);
    read.push({ slug, title, snapshot, readAt, answers, opened: shown === "missing" ? null : shown });
  }
  return {
    proof: {
      kind: "course",
      title: course.title,
      revisionNumber: revision.number,
      lessons: read,
      missing,
      altered: altered.map(({ title }) => title),
    },
    pinned: [
      { what: "Course revision", hash: revision.id },
      ...lessons.flatMap(({ title, snapshot, content }) => [
        { what: `Lesson “${title}”`, hash: snapshot },
        ...(content ? [{ what: `Lesson “${title}”, what it showed`, hash: content }] : []),
      ]),
    ],
  };
}

async function open({ snapshot, answers }: Recorded): Promise<ReadLesson["opened"] | "missing"> {
  try {
    const [{ segments }, keys] = await Promise.all([readLesson(snapshot), checkKeys(snapshot)]);
    return { segments, feedback: feedbackOf(answers, keys) };
  } catch (error) {
    if (error instanceof NotFound) return "missing";
    throw error;
  }
}

/** What was answered last, with the verdict that was recorded: a key that reads otherwise today does not change it. */
function feedbackOf(
  answers: Recorded["answers"],
  keys: Readonly<Record<string, CheckKey>>,
): Record<string, CheckFeedback> {
  return Object.fromEntries(
    answers.map(({ check, chosen, correct }) => {
      const key = Object.hasOwn(keys, check) ? keys[check] : undefined;
      const whyOf = (id: string) => (key && Object.hasOwn(key.why, id) ? key.why[id] : undefined);
      const notes = chosen.map((id) => [
        id,
        { right: key?.correct.includes(id) ?? false, why: whyOf(id) ?? "" },
      ]);
      const explanation = key?.explanation ?? "";
      return [
        check,
        { chosen, correct, explanation, notes: Object.fromEntries(notes) as CheckFeedback["notes"] },
      ];
    }),
  );
}
