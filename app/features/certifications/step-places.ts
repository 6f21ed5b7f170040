import type { CertificationDefinition, CertificationStep, Requirement } from "./certification-definition";

interface StepPlace {
  readonly step: CertificationStep;
  /** Where it stands in the file. */
  readonly at: readonly PropertyKey[];
}

export function stepPlaces({
  requirements,
  renewal = [],
}: Pick<CertificationDefinition, "requirements" | "renewal">): StepPlace[] {
  return [
    ...within(requirements, ["requirements"]),
    ...renewal.flatMap((path, index) => within(path.requirements, ["renewal", index, "requirements"])),
  ];
}

function within(of: readonly Requirement[], at: readonly PropertyKey[]): StepPlace[] {
  return of.flatMap((each, index): StepPlace[] =>
    "anyOf" in each
      ? each.of.map((step, inner) => ({ step, at: [...at, index, "of", inner] }))
      : [{ step: each, at: [...at, index] }],
  );
}
