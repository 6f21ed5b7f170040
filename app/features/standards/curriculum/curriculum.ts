/** What shows that each accountability of each job role is met, and where nothing does. Pure. */
import { z } from "zod";
import {
  readDefinition,
  type CertificationStep,
  stepKey,
  stepKind,
  type StepKind,
  stepSlug,
} from "~/features/certifications/certification-definition";
import { clauseLabel } from "../clause-label";

export interface Curriculum {
  readonly jobRoles: readonly JobRoleCover[];
}

export interface JobRoleCover {
  readonly id: string;
  readonly name: string;
  readonly duties: readonly DutyCover[];
  readonly gaps: number;
}

export interface DutyCover {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly details: readonly string[];
  readonly evidence: string | null;
  readonly shownBy: readonly RequiredCertification[];
  /** Neither a certification nor other evidence shows it. */
  readonly unshown: boolean;
}

export interface RequiredCertification {
  readonly requirementId: string;
  readonly title: string;
  /** Null while nobody can earn it. */
  readonly to: string | null;
  readonly dueDays: number;
  readonly why: string;
  readonly clause: { readonly label: string; readonly known: boolean } | null;
  readonly steps: readonly RequiredStep[];
  /** Why nobody can earn it at present. */
  readonly gap: string | null;
}

export interface RequiredStep {
  readonly kind: StepKind;
  readonly title: string;
  /** Null for what has no page of its own. */
  readonly to: string | null;
  /** Of a choice: how many of how many. */
  readonly choice: string | null;
  readonly missing: boolean;
}

/** One requirement in force, or a duty that has none. */
export interface CurriculumRow {
  readonly jobRoleId: string;
  readonly jobRoleName: string;
  readonly dutyId: string;
  readonly dutyTitle: string;
  readonly text: string;
  /** A JSON list. */
  readonly details: string;
  readonly evidence: string | null;
  readonly requirementId: string | null;
  readonly clause: string | null;
  readonly clauseNumber: string | null;
  readonly clauseTitle: string | null;
  readonly why: string | null;
  readonly dueDays: number | null;
  readonly certificationId: string | null;
  readonly certificationTitle: string | null;
  readonly revisionId: string | null;
  readonly definition: string | null;
  readonly archivedAt: Date | null;
}

/** A course, test or checklist that is there, by the key of the step that names it. */
export type Known = ReadonlyMap<string, { readonly title: string; readonly available: boolean }>;

export interface NamedStep {
  readonly step: CertificationStep;
  readonly choice: string | null;
}

/** What a certification asks for at first. */
export function firstSteps(row: Pick<CurriculumRow, "revisionId" | "definition">): NamedStep[] {
  if (row.revisionId === null || row.definition === null) return [];
  return readDefinition(row.revisionId, row.definition).requirements.flatMap((requirement): NamedStep[] =>
    "anyOf" in requirement
      ? requirement.of.map((step) => ({ step, choice: `${requirement.anyOf} of ${requirement.of.length}` }))
      : [{ step: requirement, choice: null }],
  );
}

/** @param rows in order of job role, duty and certification */
export function curriculumOf(rows: readonly CurriculumRow[], known: Known): JobRoleCover[] {
  return groupsOf(rows, (row) => row.jobRoleId).map((ofRole) => {
    const duties = groupsOf(ofRole, (row) => row.dutyId).map((ofDuty) => dutyOf(ofDuty, known));
    const { jobRoleId: id, jobRoleName: name } = ofRole[0]!;
    return { id, name, duties, gaps: duties.reduce((sum, duty) => sum + gapsOf(duty), 0) };
  });
}

function groupsOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()];
}

function dutyOf(rows: readonly CurriculumRow[], known: Known): DutyCover {
  const { dutyId: id, dutyTitle: title, text, evidence } = rows[0]!;
  const shownBy = rows.flatMap((row) => (row.requirementId === null ? [] : requiredOf(row, known)));
  const details = z.array(z.string()).parse(JSON.parse(rows[0]!.details));
  return { id, title, text, details, evidence, shownBy, unshown: shownBy.length === 0 && evidence === null };
}

function requiredOf(row: CurriculumRow, known: Known): RequiredCertification {
  const steps = firstSteps(row).map(({ step, choice }) => ({ ...stepOf(step, known), choice }));
  return {
    requirementId: row.requirementId!,
    title: row.certificationTitle!,
    to: row.archivedAt === null && row.revisionId !== null ? `/certifications/${row.certificationId}` : null,
    dueDays: row.dueDays!,
    why: row.why!,
    clause: clauseOf(row),
    steps,
    gap: gapOf(row, steps),
  };
}

function clauseOf({ clause, clauseNumber, clauseTitle }: CurriculumRow): RequiredCertification["clause"] {
  if (clause === null) return null;
  if (clauseNumber === null || clauseTitle === null) return { label: clause, known: false };
  return { label: clauseLabel(clause, clauseNumber, clauseTitle), known: true };
}

const PAGES: Partial<Record<StepKind, string>> = { course: "/courses", assessment: "/assessments" };

function stepOf(step: CertificationStep, known: Known): Omit<RequiredStep, "choice"> {
  const kind = stepKind(step);
  if ("statement" in step) return { kind, title: step.statement.title, to: null, missing: false };
  if ("certificate" in step) return { kind, title: step.certificate.title, to: null, missing: false };
  const found = known.get(stepKey(step));
  const slug = stepSlug(step);
  const page = PAGES[kind];
  return {
    kind,
    title: found?.title ?? slug,
    to: page && found?.available ? `${page}/${slug}` : null,
    missing: !found?.available,
  };
}

function gapOf({ revisionId, archivedAt }: CurriculumRow, steps: readonly RequiredStep[]): string | null {
  if (archivedAt !== null || revisionId === null) return "It is not open, so nobody can earn it.";
  const missing = steps.filter((step) => step.missing).map(({ title }) => title);
  return missing.length > 0 ? `Not there: ${missing.join(", ")}. Nobody can earn it until then.` : null;
}

function gapsOf({ unshown, shownBy }: DutyCover): number {
  return (
    Number(unshown) + shownBy.filter(({ gap, clause }) => gap !== null || clause?.known === false).length
  );
}
