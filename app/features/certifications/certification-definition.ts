/**
 * content/certifications/*.yaml: what to meet and how long it lasts. Its hash is the revision's id, with the number where
 * the same wording was there before.
 */
import { z } from "zod";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, numbers and dashes");
const line = z.string().trim().min(1);

const days = z.int().min(1).max(3_650);
const minimumDays = z.int().min(1).max(730).optional();

/** A period from the last piece of evidence or from the end of the award before, or to a day of the year. */
const validity = z.union([
  z
    .strictObject({
      days: days.optional(),
      months: z.int().min(1).max(120).optional(),
      years: z.int().min(1).max(10).optional(),
      from: z.enum(["completion", "previous-expiry"]).optional(),
      /** Never shorter than this; a whole period more where it would be. */
      minimumDays,
    })
    .refine(
      ({ days: d, months, years }) => [d, months, years].filter(Boolean).length === 1,
      "needs days, months or years, and only one of them",
    ),
  z.strictObject({
    until: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, "must look like 12-31"),
    minimumDays,
  }),
]);
export type Validity = z.output<typeof validity>;

const leaf = z.union([
  /** Of one that is written in the studio, the portal has the course and the content folder has not. */
  z.strictObject({ course: slug, origin: z.literal("studio").optional() }),
  z.strictObject({ assessment: slug }),
  /** A checklist that somebody goes through beside the person. */
  z.strictObject({ signOff: slug }),
  /** A statement that the person accepts. */
  z.strictObject({ statement: z.strictObject({ id: slug, title: line.max(120), text: line.max(4_000) }) }),
  /** A certificate that somebody else issued. */
  z.strictObject({
    certificate: z.strictObject({ id: slug, title: line.max(120), issuer: line.max(120).optional() }),
  }),
]);
export type CertificationStep = z.output<typeof leaf>;

const group = z
  .strictObject({ anyOf: z.int().min(1).max(19), of: z.array(leaf).min(2).max(20) })
  .refine((all) => all.anyOf < all.of.length, "asks for as many as it lists: list them without anyOf");
const requirements = z
  .array(z.union([leaf, group]))
  .min(1)
  .max(40);
export type Requirement = z.output<typeof requirements>[number];

export const certificationDefinition = z
  .strictObject({
    id: slug,
    title: line.max(120),
    edition: line.max(20),
    summary: line.max(600),
    standard: line.optional(),
    clauses: z.array(line).default([]),
    /** From when these rules hold; until then those before. */
    inForceFrom: z.iso.date("must look like 2027-01-31").optional(),
    validity: validity.optional(),
    renewalWindowDays: z.int().min(1).max(365).default(60),
    /** How long after its end the work may go on while the person renews. */
    graceDays: z.int().min(1).max(365).optional(),
    requirements,
    /** What renews it, where that is not the same as at first. Of several, each renewal takes the next, in turn. */
    renewal: z
      .array(z.strictObject({ title: line.max(120).optional(), requirements }))
      .min(1)
      .max(10)
      .optional(),
    /** Certifications that have to be held when this one is awarded. */
    prerequisites: z.array(slug).max(10).optional(),
    /** Certifications of which any, while it is valid, counts as this one. */
    equivalents: z.array(slug).max(10).optional(),
    /** Somebody who neither trained nor examined the person decides. */
    decision: z.literal("independent").optional(),
  })
  .superRefine((definition, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    const shortest = definition.validity && shortestDays(definition.validity);
    if (shortest === undefined) {
      if (definition.renewal) issue(["renewal"], "is for a certification that expires: give it a validity");
      if (definition.graceDays)
        issue(["graceDays"], "is for a certification that expires: give it a validity");
      return;
    }
    if (definition.renewalWindowDays >= shortest)
      issue(["renewalWindowDays"], "must be shorter than the validity");
    /* A course whose revision has not changed cannot be completed again, so it alone could never renew anything. */
    const paths = definition.renewal ?? [definition];
    paths.forEach((path, index) => {
      if (leavesOf(path.requirements).every((step) => "course" in step))
        issue(
          definition.renewal ? ["renewal", index, "requirements"] : ["requirements"],
          "a certification that expires needs something that is done anew to renew it, such as an assessment",
        );
    });
  });

function shortestDays(of: Validity): number {
  if ("until" in of) return 365;
  return of.days ?? (of.months ? of.months * 28 : of.years! * 365);
}

export function leavesOf(of: readonly Requirement[]): CertificationStep[] {
  return of.flatMap((requirement) => ("anyOf" in requirement ? requirement.of : requirement));
}

/** Everything that could count, at first or at a renewal. */
export function allSteps({
  requirements: first,
  renewal = [],
}: CertificationDefinition): CertificationStep[] {
  return [first, ...renewal.map((path) => path.requirements)].flatMap(leavesOf);
}

/** @param renewals how many awards this run follows without a lapse; 0 for a first run */
export function requirementsOf(
  definition: CertificationDefinition,
  renewals: number,
): readonly Requirement[] {
  const { requirements: first, renewal } = definition;
  return renewals === 0 || !renewal ? first : renewal[(renewals - 1) % renewal.length]!.requirements;
}

export type CertificationDefinition = z.output<typeof certificationDefinition>;

export type StepKind = "course" | "assessment" | "sign-off" | "statement" | "certificate";

export function stepKind(step: CertificationStep): StepKind {
  if ("course" in step) return "course";
  if ("assessment" in step) return "assessment";
  if ("signOff" in step) return "sign-off";
  return "statement" in step ? "statement" : "certificate";
}

/** What the step names. A statement or certificate that several certifications ask for has the same id in each. */
export function stepSlug(step: CertificationStep): string {
  if ("course" in step) return step.course;
  if ("assessment" in step) return step.assessment;
  if ("signOff" in step) return step.signOff;
  return "statement" in step ? step.statement.id : step.certificate.id;
}

export function stepKey(step: CertificationStep): string {
  return `${stepKind(step)} ${stepSlug(step)}`;
}

/** Definitions are immutable and few; parsing the same text for every row of a heat map is not free. */
const parsed = new Map<string, CertificationDefinition>();

export function readDefinition(revisionId: string, text: string): CertificationDefinition {
  let definition = parsed.get(revisionId);
  if (!definition) {
    definition = certificationDefinition.parse(JSON.parse(text));
    if (parsed.size >= 500) parsed.clear();
    parsed.set(revisionId, definition);
  }
  return definition;
}
