/** What a person owes for a certification, and the next thing to do for it. Pure. */
import { progressWords, renewalAction } from "~/features/learning/renewal-words";
import {
  type CertificationDefinition,
  type CertificationStep,
  leavesOf,
  type Requirement,
  requirementsOf,
  type StepKind,
  stepKey,
  stepKind,
  stepSlug,
} from "./certification-definition";
import type { CertificationState } from "./certification-states.server";
import { type CertificationStatus, cycleOpening, renewedAt } from "./certification-rules";
import type { Refusal } from "./decisions/refusals.server";
import { dutyWords } from "./duty-words";
import { earnedBy, type Evidence, meets, metBy } from "./earnable";
import { signOffStep } from "./sign-offs/sign-off-step";
import { owedCertificate } from "./external/owed-certificate";
import { owedStatement } from "./statements/owed-statement";
import type { FoundSteps, StepFacts } from "./step-queries.server";

export interface OwedStep {
  readonly kind: StepKind;
  readonly title: string;
  /** Null where there is nothing to begin. */
  readonly to: string | null;
  readonly state: "completed" | "passed" | "in-progress" | "not-started" | "failed" | "waiting" | "marking";
  readonly action: string;
  readonly detail: string | null;
  /** Of a choice that is still open: how many of these are needed. */
  readonly anyOf: number | null;
}

export interface OwedCertification {
  readonly certificationId: string;
  readonly title: string;
  readonly status: CertificationStatus;
  readonly renewal: boolean;
  readonly date: Date | null;
  readonly uncovered: boolean;
  readonly duties: readonly string[];
  readonly steps: readonly OwedStep[];
  /** All is done, and somebody has to decide. */
  readonly toDecide: boolean;
  /** All is done, and it was not awarded: the reason on record. */
  readonly refusedFor: string | null;
}

interface CourseReading {
  readonly lessons: number;
  readonly readLessons: number;
  readonly resumeAt: string | null;
  readonly minutesLeft: number;
  readonly renewal: {
    readonly kind: "delta" | "full";
    readonly lessons: number;
    readonly done: number;
  } | null;
}

/** Required and either not held, or held and open for renewal. */
export function isOwed({ status, renewalOpen, obligations }: CertificationState): boolean {
  return obligations.length > 0 && (status !== "valid" || renewalOpen);
}

/** What has stopped work first, then by date. */
export function byUrgency(a: CertificationState, b: CertificationState): number {
  return (
    Number(b.uncovered) - Number(a.uncovered) ||
    (dateOf(a)?.getTime() ?? Infinity) - (dateOf(b)?.getTime() ?? Infinity) ||
    a.certificationTitle.localeCompare(b.certificationTitle)
  );
}

/** The date that a status speaks of: until when it is valid, since when it is not, or by when it is due. */
export function dateOf({
  status,
  award,
  dueBy,
}: Pick<CertificationState, "status" | "award" | "dueBy">): Date | null {
  if (status === "valid" || status === "expired") return award?.validUntil ?? null;
  if (status === "revoked" || status === "suspended" || status === "surrendered")
    return award?.stoppedAt ?? null;
  return dueBy;
}

export function owedOf(
  state: CertificationState,
  definition: CertificationDefinition,
  { facts, refusals }: FoundSteps,
  reading: ReadonlyMap<string, CourseReading>,
  at: Date,
): OwedCertification {
  const opening = cycleOpening(state.awards, at);
  const since = opening === "closed" ? null : opening;
  const done = [...facts.values()].flatMap(({ evidence }) => evidence);
  const { renewals, previousUntil } = renewedAt(state.awards, at);
  const requirements = requirementsOf(definition, renewals);
  const othersAnew = leavesOf(requirements).some((step) => !("course" in step || "certificate" in step));
  const { certificationId } = state;
  const run = { certificationId, since, at, previousUntil, othersAnew };
  const toDecide = definition.decision === "independent" ? earnedBy(requirements, done, since, at) : null;
  const refusal = toDecide && refusals.find((each) => isRefusal(each, certificationId, toDecide));
  return {
    certificationId,
    title: state.certificationTitle,
    status: state.status,
    renewal: state.status === "valid",
    date: dateOf(state),
    uncovered: state.uncovered,
    duties: dutyWords(state.obligations),
    toDecide: toDecide !== null && !refusal,
    refusedFor: refusal?.reason ?? null,
    steps: requirements.flatMap((requirement) => stepsOf(requirement, facts, reading, run)),
  };
}

/** Of this evidence; anything done anew is put to decision again. */
function isRefusal(refusal: Refusal, certificationId: string, evidence: readonly Evidence[]): boolean {
  return (
    refusal.certificationId === certificationId &&
    refusal.records.length === evidence.length &&
    evidence.every(({ recordId }) => refusal.records.includes(recordId))
  );
}

/** The run at a certification that steps are looked at for. */
export interface Run {
  readonly certificationId: string;
  readonly since: Date | null;
  readonly at: Date;
  /** The end of what is renewed. */
  readonly previousUntil: Date | null;
  /** Something besides courses and certificates of others is done in it. */
  readonly othersAnew: boolean;
}

/** Of a choice that has been made, only what was done. */
function stepsOf(
  requirement: Requirement,
  facts: ReadonlyMap<string, StepFacts>,
  reading: ReadonlyMap<string, CourseReading>,
  run: Run,
): OwedStep[] {
  const show = (step: CertificationStep, anyOf: number | null): OwedStep => ({
    ...stepOf(step, facts.get(stepKey(step)), reading, run),
    anyOf,
  });
  if (!("anyOf" in requirement)) return [show(requirement, null)];
  const evidence = requirement.of.flatMap((step) => facts.get(stepKey(step))?.evidence ?? []);
  const met = meets(requirement, evidence, run.since, run.at);
  if (!met) return requirement.of.map((step) => show(step, requirement.anyOf));
  return requirement.of
    .filter((step) => met.some(({ kind, slug }) => kind === stepKind(step) && slug === stepSlug(step)))
    .map((step) => show(step, null));
}

function stepOf(
  step: CertificationStep,
  facts: StepFacts | undefined,
  reading: ReadonlyMap<string, CourseReading>,
  run: Run,
): Omit<OwedStep, "anyOf"> {
  const { since, at } = run;
  const [kind, slug] = [stepKind(step), stepSlug(step)];
  if (!facts?.available) {
    const detail = "Not open at the moment. Your manager or an administrator can tell you when it will be.";
    return { kind, title: facts?.title ?? slug, to: null, state: "not-started", action: "", detail };
  }
  if ("certificate" in step) return owedCertificate(step, facts, run);
  if ("statement" in step) return owedStatement(step, facts.evidence, run);
  const { title } = facts;
  const met = metBy(step, facts.evidence, since, at) !== null;
  if (kind === "assessment") {
    const to = `/assessments/${slug}`;
    if (met) return { kind, title, to, state: "passed", action: "See the result", detail: null };
    if (facts.openAttemptId) {
      const open = `/attempts/${facts.openAttemptId}`;
      return {
        kind,
        title,
        to: open,
        state: "in-progress",
        action: "Go on with the test",
        detail: "Its time is running",
      };
    }
    if (facts.marking) return { kind, title, to, state: "marking", action: "", detail: null };
    const failed = facts.lastFailedAt !== null && (since === null || facts.lastFailedAt >= since);
    const state = failed ? "failed" : "not-started";
    return { kind, title, to, state, action: failed ? "Try the test again" : "Start the test", detail: null };
  }
  if (kind === "sign-off") return { kind, ...signOffStep(facts, met, since) };
  const place = reading.get(facts.id);
  const lesson = place?.resumeAt ? `/${place.resumeAt}` : "";
  const to = `/courses/${slug}${met ? "" : lesson}`;
  if (met) return { kind, title, to, state: "completed", action: "Read again", detail: null };
  const minutes = place?.minutesLeft ?? facts.minutes;
  if (place?.renewal)
    return {
      kind,
      title,
      to,
      state: place.renewal.done > 0 ? "in-progress" : "not-started",
      action: renewalAction(place.renewal.kind),
      detail: `${progressWords(place.renewal, place)}, about ${minutes} minutes to go`,
    };
  if (!facts.started && !place?.readLessons)
    return {
      kind,
      title,
      to,
      state: "not-started",
      action: "Start the course",
      detail: `About ${minutes} minutes`,
    };
  const detail = place
    ? `${place.readLessons} of ${place.lessons} lessons read, about ${minutes} minutes to go`
    : null;
  return { kind, title, to, state: "in-progress", action: "Go on with the course", detail };
}

/** What the person can go on with now: not what is done, nor what waits for somebody else. */
export function isToDo({ to, state }: Pick<OwedStep, "to" | "state">): boolean {
  return to !== null && !["completed", "passed", "waiting", "marking"].includes(state);
}

/** The first thing to do that can be done. */
export function nextStep(owed: readonly OwedCertification[]): (OwedStep & { for: OwedCertification }) | null {
  const open = owed.flatMap((certification) =>
    certification.steps.filter(isToDo).map((step) => ({ ...step, for: certification })),
  );
  /* The clock of a test that was begun is running. */
  return open.find(({ kind, state }) => kind === "assessment" && state === "in-progress") ?? open[0] ?? null;
}
