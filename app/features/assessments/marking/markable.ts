/** What there is to mark in an attempt. Pure. */
import { isMarkedByHand, type RubricKey } from "../questions/question";
import type { Judged, JudgedItem } from "../scoring/judge-attempt.server";

/** Answered, marked by hand, and not settled otherwise: by its being dropped or given full credit. */
export function markedByHand({ items }: Pick<Judged, "items">): JudgedItem[] {
  return items.filter(
    ({ body, answer, treatment }) =>
      isMarkedByHand(body.kind) && answer !== null && (!treatment || treatment.kind === "new-key"),
  );
}

/** Those that somebody has yet to mark. */
export function awaitingMarks(judged: Pick<Judged, "items" | "score">): JudgedItem[] {
  const pending = new Set(judged.score.pending);
  return judged.items.filter(({ position }) => pending.has(position));
}

/** By which the question is marked; null where the key alone decides. */
export function rubricOf({ key, treatment }: Pick<JudgedItem, "key" | "treatment">): RubricKey | null {
  const inForce = treatment?.kind === "new-key" ? treatment.key : key;
  return "rubric" in inForce ? inForce : null;
}
