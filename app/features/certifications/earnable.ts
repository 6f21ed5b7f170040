/** Whether a certification is earned, and since when, from what a person has completed and passed. Pure. */
import type { CertificationStep } from "./certification-definition";

export interface CourseEvidence {
  readonly kind: "course";
  readonly slug: string;
  readonly at: Date;
  /** It is of the revision that is current. */
  readonly current: boolean;
  readonly recordId: string;
}

export interface TestEvidence {
  readonly kind: "assessment";
  readonly slug: string;
  readonly at: Date;
  readonly recordId: string;
}

export type Evidence = CourseEvidence | TestEvidence;

/**
 * What meets a step since the cycle opened (`null`: at any time); the newest where there is more than one.
 * A course whose current revision the person has completed is met whenever that was: there is nothing new in it to
 * read. A test is passed anew in every cycle.
 */
export function metBy(
  step: CertificationStep,
  evidence: readonly Evidence[],
  since: Date | null,
): Evidence | null {
  const fits = evidence.filter((item) => {
    const inCycle = since === null || item.at >= since;
    return "course" in step
      ? item.kind === "course" && item.slug === step.course && (inCycle || item.current)
      : item.kind === "assessment" && item.slug === step.assessment && inCycle;
  });
  return fits.reduce<Evidence | null>((best, item) => (best && best.at >= item.at ? best : item), null);
}

/** What the award rests on, one piece of evidence a step; null while a step is open. */
export function earnedBy(
  steps: readonly CertificationStep[],
  evidence: readonly Evidence[],
  since: Date | null,
): readonly Evidence[] | null {
  const met = steps.map((step) => metBy(step, evidence, since));
  return met.every((item) => item !== null) ? met : null;
}

export function lastOf(evidence: readonly Evidence[]): Date {
  return new Date(Math.max(...evidence.map(({ at }) => at.getTime())));
}

export function firstOf(evidence: readonly Evidence[]): Date {
  return new Date(Math.min(...evidence.map(({ at }) => at.getTime())));
}
