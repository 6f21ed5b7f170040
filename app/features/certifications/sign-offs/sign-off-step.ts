/** A sign-off as a step that somebody owes. Pure. */
import type { OwedStep } from "../owed";
import type { StepFacts } from "../step-queries.server";

type Step = Pick<OwedStep, "title" | "to" | "state" | "action" | "detail">;

/** The person begins nothing here: they ask their manager, and answer what is written about them. */
export function signOffStep(
  { title, signOff, lastFailedAt }: StepFacts,
  met: boolean,
  since: Date | null,
): Step {
  const to = signOff ? `/sign-offs/${signOff.id}` : null;
  if (met) return { title, to, state: "completed", action: "See the sign-off", detail: null };
  if (signOff?.state === "completed") {
    const detail = "Your manager has signed it. It counts once you have read and acknowledged it.";
    return { title, to, state: "in-progress", action: "Read and acknowledge", detail };
  }
  if (signOff?.state === "draft")
    return { title, to: null, state: "in-progress", action: "", detail: "Your manager is filling it in." };
  const failed = lastFailedAt !== null && (since === null || lastFailedAt >= since);
  return {
    title,
    to: null,
    state: failed ? "failed" : "not-started",
    action: "",
    detail: failed
      ? "Not everything was met. Ask your manager when to observe you again."
      : "Your manager observes you at work and fills it in with you. Ask them for a time.",
  };
}
