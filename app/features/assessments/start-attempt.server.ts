import { randomBytes } from "node:crypto";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { assessmentVisibleTo } from "./assessment-policy.server";
import { standingOf } from "./attempt-rules";
import { blueprintOf } from "./blueprints.server";
import { drawPaper } from "./draw-paper";
import { closeAttempt } from "./submit-attempt.server";

const TRIES = 3;

/**
 * Begins a sitting, or returns the one that is open: two starts at once land on the same attempt.
 * @throws NotFound when the assessment is not for this person; Conflict while no attempt is left or the wait is not over
 */
export async function startAttempt(
  actor: Actor,
  input: { assessmentSlug: string },
): Promise<{ attemptId: string }> {
  const assessment = await db.assessment.findFirst({
    where: { slug: input.assessmentSlug, ...assessmentVisibleTo(actor) },
    select: { id: true, currentRevisionId: true },
  });
  if (!assessment?.currentRevisionId) throw new NotFound("assessment");
  const { id: assessmentId, currentRevisionId: revisionId } = assessment;

  for (let attempt = 1; ; attempt++) {
    const open = await openAttempt(actor.personId, assessmentId);
    if (open) return { attemptId: open };
    try {
      return { attemptId: await transaction((tx) => begin(tx, actor.personId, assessmentId, revisionId)) };
    } catch (error) {
      /* Another start was first: the next look finds its attempt. */
      if (!isUniqueViolation(error) || attempt === TRIES) throw error;
    }
  }
}

/** Submits an open attempt whose time is up on the way, as it would be in the background. */
async function openAttempt(personId: string, assessmentId: string): Promise<string | null> {
  const open = await db.attempt.findUnique({
    where: { openKey: openKeyOf(personId, assessmentId) },
    select: { id: true, deadlineAt: true },
  });
  if (!open) return null;
  if (open.deadlineAt > now()) return open.id;
  await closeAttempt(open.id);
  return null;
}

async function begin(tx: Tx, personId: string, assessmentId: string, revisionId: string): Promise<string> {
  const blueprint = await blueprintOf(revisionId, tx);
  const past = await tx.attempt.findMany({
    where: { personId, assessmentId },
    select: {
      id: true,
      number: true,
      startedAt: true,
      deadlineAt: true,
      submittedAt: true,
      passed: true,
      score: true,
      items: { select: { question: { select: { questionId: true } } } },
    },
  });
  const startedAt = now();
  const standing = standingOf(past, blueprint.attempts, startedAt);
  if (standing.open) return standing.open.id;
  if (standing.nextAt) throw notYet(standing.left);

  const seen = new Set(past.flatMap((attempt) => attempt.items.map((item) => item.question.questionId)));
  const items = drawPaper({ blueprint, seen, randomBytes: randomBytes(32) });
  const id = newId();
  await tx.attempt.create({
    data: {
      id,
      personId,
      assessmentId,
      revisionId,
      number: Math.max(0, ...past.map((attempt) => attempt.number)) + 1,
      openKey: openKeyOf(personId, assessmentId),
      status: "open",
      startedAt,
      deadlineAt: new Date(startedAt.getTime() + blueprint.minutes * 60_000),
    },
    select: { id: true },
  });
  await tx.attemptItem.createMany({
    data: items.map(({ served, ...item }) => ({ attemptId: id, ...item, served: JSON.stringify(served) })),
  });
  return id;
}

function notYet(left: number): Conflict {
  return left > 0
    ? new Conflict(
        "wait-not-over",
        "The waiting time after your last attempt is not over yet. The page says when you can try again.",
      )
    : new Conflict(
        "no-attempt-left",
        "All attempts of this set are used. The page says when a fresh set opens.",
      );
}

function openKeyOf(personId: string, assessmentId: string): string {
  return `${personId}:${assessmentId}`;
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && (error as { code?: string }).code === "P2002";
}
