/** Whether a certification is earned, and since when, from what a person has completed and passed. Pure. */
import { type CertificationStep, type Requirement, stepKind, stepSlug } from "./certification-definition";

interface Proof<Kind extends string> {
  readonly kind: Kind;
  readonly slug: string;
  readonly at: Date;
  readonly recordId: string;
}

export interface CourseEvidence extends Proof<"course"> {
  /** It is of the revision in force, or of one since which the course asks nothing new. */
  readonly current: boolean;
}

export interface StatementEvidence extends Proof<"statement"> {
  /** What was accepted, to the letter. */
  readonly text: string;
}

export interface CertificateEvidence extends Proof<"certificate"> {
  /** The last moment that the certificate of somebody else covers. */
  readonly until: Date | null;
}

export type Evidence =
  CourseEvidence | Proof<"assessment"> | Proof<"sign-off"> | StatementEvidence | CertificateEvidence;

/**
 * What meets a step since the cycle opened (`null`: at any time); the newest where there is more than one.
 * A course in which nothing new is asked since the person completed it is met whenever that was. So is a certificate of
 * somebody else for as long as it runs. All else is done anew in every cycle.
 */
export function metBy(
  step: CertificationStep,
  evidence: readonly Evidence[],
  since: Date | null,
  at: Date,
): Evidence | null {
  const fits = evidence.filter((item) => {
    if (item.kind !== stepKind(step) || item.slug !== stepSlug(step) || item.at > at) return false;
    if (item.kind === "certificate") return item.until === null || item.until > at;
    if (item.kind === "course" && item.current) return true;
    if (item.kind === "statement" && !("statement" in step && item.text === step.statement.text))
      return false;
    return since === null || item.at >= since;
  });
  return fits.reduce<Evidence | null>((best, item) => (best && best.at >= item.at ? best : item), null);
}

/** What the award rests on, for each requirement its evidence in order of the steps; null while one is open. */
export function earnedBy(
  requirements: readonly Requirement[],
  evidence: readonly Evidence[],
  since: Date | null,
  at: Date,
): readonly Evidence[] | null {
  const earned: Evidence[] = [];
  for (const requirement of requirements) {
    const met = meets(requirement, evidence, since, at);
    if (!met) return null;
    earned.push(...met);
  }
  return earned;
}

/** Of a group, the first that were done: they are what made it met. */
export function meets(
  requirement: Requirement,
  evidence: readonly Evidence[],
  since: Date | null,
  at: Date,
): readonly Evidence[] | null {
  const steps = "anyOf" in requirement ? requirement.of : [requirement];
  const needed = "anyOf" in requirement ? requirement.anyOf : 1;
  const met = steps.flatMap((step) => metBy(step, evidence, since, at) ?? []);
  if (met.length < needed) return null;
  return met.sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, needed);
}

/** The end that the certificates of others set to what rests on them. */
export function earliestEnd(until: Date | null, evidence: readonly Evidence[]): Date | null {
  const ends = evidence.flatMap((item) => (item.kind === "certificate" && item.until ? item.until : []));
  return [...ends, ...(until ? [until] : [])].reduce<Date | null>(
    (least, end) => (least && least <= end ? least : end),
    null,
  );
}

export function lastOf(evidence: readonly Evidence[]): Date {
  return new Date(Math.max(...evidence.map(({ at }) => at.getTime())));
}

export function firstOf(evidence: readonly Evidence[]): Date {
  return new Date(Math.min(...evidence.map(({ at }) => at.getTime())));
}
