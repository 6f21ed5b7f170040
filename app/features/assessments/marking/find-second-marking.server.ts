import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { requireOffice } from "../office/office-policy.server";
import { judgeAttempt } from "../scoring/judge-attempt.server";
import { candidateCode } from "./candidate-code";
import { markedByHand } from "./markable";
import { secondMarkingNeeds } from "./request-second-marking.server";

export interface SecondMarkingPage {
  readonly attemptId: string;
  readonly code: string;
  readonly title: string;
  readonly submittedAt: Date;
  readonly markings: number;
  /** There is a result, which stands until somebody else has marked. What it is would lead who marks next. */
  readonly hasResult: boolean;
  /** Why asking would change nothing; null when it would. */
  readonly needless: string | null;
}

/** @throws NotFound when people mark nothing of it, or it is the actor's own */
export async function findSecondMarking(actor: Actor, attemptId: string): Promise<SecondMarkingPage> {
  requireOffice(actor);
  const attempt = await db.attempt.findFirst({
    where: { id: attemptId, status: "submitted", personId: { not: actor.personId } },
    select: {
      results: { take: 1, select: { id: true } },
      requests: { select: { id: true } },
      markings: { select: { id: true } },
    },
  });
  if (!attempt) throw new NotFound("marking");
  const judged = await judgeAttempt(db, attemptId);
  if (markedByHand(judged).length === 0) throw new NotFound("marking");
  const markings = attempt.markings.length;
  return {
    attemptId,
    code: candidateCode(attemptId),
    title: judged.blueprint.title,
    submittedAt: judged.attempt.submittedAt!,
    markings,
    hasResult: attempt.results.length > 0,
    needless:
      attempt.requests.length > 0
        ? "Somebody has asked for a second marking of this one already."
        : secondMarkingNeeds(judged, markings),
  };
}
