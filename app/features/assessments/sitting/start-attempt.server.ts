import { randomBytes } from "node:crypto";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { isUniqueViolation } from "~/platform/db/unique-violation";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { newId } from "~/platform/ids.server";
import { minutesGranted } from "../accommodations/time-granted.server";
import { blueprintOf } from "../blueprints/blueprints.server";
import type { Blueprint } from "../blueprints/blueprint";
import { drawPaper } from "../blueprints/draw-paper";
import { acceptCode } from "../invigilation/accept-code.server";
import { questionVersions } from "../questions/question-versions.server";
import { faultyVersions } from "../scoring/faulty-versions.server";
import { assessmentVisibleTo } from "./assessment-policy.server";
import { deadlineFor, standingOf, type Standing } from "./attempt-rules";
import { pastAttempt, pastAttemptColumns } from "./past-attempt.server";
import { closeAttempt } from "./submit-attempt.server";

const TRIES = 3;

export interface StartInput {
  assessmentSlug: string;
  /** The declaration that the test asks for was made. */
  declared?: boolean;
  /** Of the invigilator, where the test asks for one. */
  code?: string;
}

/** What is settled before the paper is drawn. */
interface Beginning {
  readonly personId: string;
  readonly assessmentId: string;
  readonly revisionId: string;
  readonly invigilatorId: string | null;
}

/**
 * Begins a sitting, or returns the one that is open: two starts at once land on the same attempt.
 * @throws NotFound when the assessment is not for this person; Conflict while no attempt is left, the wait is not over or
 * the test is not open; Invalid without the declaration or the code that it asks for
 */
export async function startAttempt(actor: Actor, input: StartInput): Promise<{ attemptId: string }> {
  const assessment = await db.assessment.findFirst({
    where: { slug: input.assessmentSlug, ...assessmentVisibleTo(actor) },
    select: { id: true, currentRevisionId: true },
  });
  if (!assessment?.currentRevisionId) throw new NotFound("assessment");
  const { id: assessmentId, currentRevisionId: revisionId } = assessment;
  const { personId } = actor;
  let invigilatorId: string | null | undefined;

  for (let attempt = 1; ; attempt++) {
    const open = await openAttempt(personId, assessmentId);
    if (open) return { attemptId: open };
    invigilatorId ??= await allowedBy(actor, await blueprintOf(revisionId), assessmentId, input);
    const beginning = { personId, assessmentId, revisionId, invigilatorId };
    try {
      return { attemptId: await begin(beginning) };
    } catch (error) {
      /* Another start was first: the next look finds its attempt. */
      if (!isUniqueViolation(error) || attempt === TRIES) throw error;
    }
  }
}

/** @returns the invigilator, where the test asks for one */
async function allowedBy(
  actor: Actor,
  { declaration, invigilated }: Blueprint,
  assessmentId: string,
  { declared = false, code = "" }: StartInput,
): Promise<string | null> {
  if (declaration !== undefined && !declared) {
    const message = "Tick the declaration to start the test.";
    throw new Invalid("not-declared", message, { declared: [message] });
  }
  return invigilated ? acceptCode(actor, assessmentId, code) : null;
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

/**
 * Reads outside of the transaction, so that those who start at the same moment do not wait for each other's reading. What
 * has happened meanwhile shows when the attempt is written: one is open at a time, and each number is given once.
 */
async function begin({ personId, assessmentId, revisionId, invigilatorId }: Beginning): Promise<string> {
  const blueprint = await blueprintOf(revisionId);
  const past = await db.attempt.findMany({
    where: { personId, assessmentId },
    select: { ...pastAttemptColumns, items: { select: { questionVersionId: true } } },
  });
  const grants =
    past.length === 0
      ? []
      : await db.attemptGrant.findMany({ where: { personId, assessmentId }, select: { recordedAt: true } });
  const startedAt = now();
  const standing = standingOf(
    past.map(pastAttempt),
    blueprint,
    startedAt,
    grants.map((grant) => grant.recordedAt),
  );
  if (standing.open) return standing.open.id;
  if (!standing.mayStart) throw notNow(standing);

  const shown = past.flatMap((attempt) => attempt.items.map((item) => item.questionVersionId));
  const seen = new Set([...(await questionVersions(shown)).values()].map(({ questionId }) => questionId));
  const withdrawn = await faultyVersions(db);
  const items = drawPaper({ blueprint, seen, withdrawn, randomBytes: randomBytes(32) });
  const extraMinutes = await minutesGranted(db, personId, blueprint.minutes, startedAt);
  const id = newId();
  const attempt = {
    id,
    personId,
    assessmentId,
    revisionId,
    number: Math.max(0, ...past.map((each) => each.number)) + 1,
    openKey: openKeyOf(personId, assessmentId),
    status: "open",
    startedAt,
    ...deadlineFor(blueprint, startedAt, extraMinutes),
    extraMinutes,
    invigilatorId,
    declaredAt: blueprint.declaration === undefined ? null : startedAt,
  };
  await transaction(async (tx) => {
    await tx.attempt.create({ data: attempt, select: { id: true } });
    await tx.attemptItem.createMany({
      data: items.map(({ served, ...item }) => ({ attemptId: id, ...item, served: JSON.stringify(served) })),
    });
  });
  return id;
}

function notNow({ state, left }: Standing): Conflict {
  if (state === "marking")
    return new Conflict("being-marked", "Your last attempt is being marked. The next can start after that.");
  if (state === "not-open")
    return new Conflict("not-open", "This test is not open now. The page says from when to when it is.");
  if (state === "closed")
    return new Conflict(
      "no-attempt-left",
      "All attempts are used. Your manager can grant you another set; the page says how.",
    );
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
