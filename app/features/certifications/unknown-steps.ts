/** Courses and tests that a certification asks for and that are not there. Pure. */
import type { ContentFinding } from "~/platform/content-finding";
import { type CertificationDefinition, stepKey } from "./certification-definition";
import type { Find } from "./read-yaml-folder.server";
import { stepPlaces } from "./step-places";

interface Written {
  readonly value: Pick<CertificationDefinition, "requirements" | "renewal">;
  readonly find: Find;
}

export interface KnownSteps {
  readonly courses: ReadonlySet<string>;
  readonly tests: ReadonlySet<string>;
}

export function unknownSteps(
  certifications: readonly Written[],
  { courses, tests }: KnownSteps,
): ContentFinding[] {
  return certifications.flatMap(({ value, find }) =>
    stepPlaces(value).flatMap(({ step, at }) => {
      if ("course" in step ? courses.has(step.course) : !("assessment" in step) || tests.has(step.assessment))
        return [];
      const message = `There is no ${stepKey(step)}.`;
      return find(at, message, "Use the name of a folder in courses/ or assessments/.");
    }),
  );
}
