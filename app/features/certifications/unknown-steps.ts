/**
 * Courses, tests and checklists that a certification asks for and that are not there. What is to be written in the studio
 * may come later. Pure.
 */
import type { ContentFinding } from "~/platform/content-finding";
import {
  type CertificationDefinition,
  type StepKind,
  stepKey,
  stepKind,
  stepSlug,
} from "./certification-definition";
import type { Find } from "./read-yaml-folder.server";
import { stepPlaces } from "./step-places";

interface Written {
  readonly value: Pick<CertificationDefinition, "requirements" | "renewal">;
  readonly find: Find;
}

export interface KnownSteps {
  readonly courses: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
  readonly checklists: ReadonlySet<string>;
}

export function unknownSteps(
  certifications: readonly Written[],
  { courses, tests, checklists }: KnownSteps,
  advice = "Use the name of a folder in courses/ or assessments/, or of a file in checklists/.",
): ContentFinding[] {
  const known: Partial<Record<StepKind, ReadonlySet<string>>> = {
    course: courses,
    assessment: tests,
    "sign-off": checklists,
  };
  return certifications.flatMap(({ value, find }) =>
    stepPlaces(value).flatMap(({ step, at }) => {
      if ("course" in step && step.origin === "studio") return [];
      if (known[stepKind(step)]?.has(stepSlug(step)) ?? true) return [];
      return find(at, `There is no ${stepKey(step)}.`, advice);
    }),
  );
}
