import { checkKeys } from "~/features/content/read-lesson.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db } from "~/platform/db/client.server";
import { Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { limit } from "~/platform/rate-limit.server";
import type { CheckFeedback } from "./check-feedback";
import { findPlace, lessonAsShown, type LessonSent } from "./course-place.server";

/** Answering is free, and each answer is kept; this is for a script that would fill the disk. */
const ANSWERS = {
  points: 300,
  seconds: 600,
  message: "That was a lot of answers. Please wait a few minutes.",
};

/**
 * Keeps the answer and explains it.
 * @throws Invalid when nothing was chosen, or something that is not there; Conflict when the lesson was revised meanwhile
 */
export async function answerCheck(
  actor: Actor,
  input: LessonSent & { checkId: string; chosen: readonly string[] },
): Promise<CheckFeedback> {
  const place = await findPlace(actor, input.courseSlug);
  const { snapshotHash } = lessonAsShown(place, input);
  const keys = await checkKeys(snapshotHash);
  const key = Object.hasOwn(keys, input.checkId) ? keys[input.checkId] : undefined;
  if (!key) throw new NotFound("question");
  const chosen = [...new Set(input.chosen)].sort();
  if (chosen.length === 0) throw new Invalid("nothing-chosen", "Choose an answer first.");
  if (chosen.some((id) => !Object.hasOwn(key.why, id)))
    throw new Invalid("unknown-choice", "Choose from the answers shown.");

  await limit("check-answer", actor.personId, ANSWERS);
  await db.checkAnswer.create({
    data: {
      id: newId(),
      personId: actor.personId,
      courseId: place.courseId,
      snapshotHash,
      checkId: input.checkId,
      chosen: JSON.stringify(chosen),
      correct: isRight(chosen, key.correct),
      answeredAt: now(),
    },
    select: { id: true },
  });
  return feedback(chosen, key);
}

/** The newest answer to each check of the lesson that counts, with what it deserves to be told. */
export async function givenAnswers(
  personId: string,
  snapshotHash: string,
  since: Date | null,
): Promise<Record<string, CheckFeedback>> {
  const [rows, keys] = await Promise.all([
    db.$queryRaw<{ checkId: string; chosen: string }[]>`
      SELECT a."checkId", a."chosen" FROM "CheckAnswer" a
      WHERE a."personId" = ${personId} AND a."snapshotHash" = ${snapshotHash}
        AND a."answeredAt" >= ${since ?? new Date(0)}
      ORDER BY a."answeredAt", a."id"`,
    checkKeys(snapshotHash),
  ]);
  const newest = new Map(rows.map(({ checkId, chosen }) => [checkId, JSON.parse(chosen) as string[]]));
  return Object.fromEntries(
    [...newest].flatMap(([id, chosen]) => (keys[id] ? [[id, feedback(chosen, keys[id])]] : [])),
  );
}

type Key = Awaited<ReturnType<typeof checkKeys>>[string];

/** Tells of the choices made only: one that was not made keeps its secret for the next try. */
function feedback(chosen: readonly string[], key: Key): CheckFeedback {
  const correct = isRight(chosen, key.correct);
  return {
    chosen: [...chosen],
    correct,
    notes: Object.fromEntries(
      chosen.map((id) => [id, { right: key.correct.includes(id), why: key.why[id] ?? "" }]),
    ),
    explanation: key.explanation,
  };
}

function isRight(chosen: readonly string[], correct: readonly string[]): boolean {
  return chosen.length === correct.length && chosen.every((id) => correct.includes(id));
}
