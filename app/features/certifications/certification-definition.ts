/** content/certifications/*.yaml: what to meet and how long it lasts. Its hash is the revision's id. */
import { z } from "zod";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, numbers and dashes");
const line = z.string().trim().min(1);

export const certificationDefinition = z
  .strictObject({
    id: slug,
    title: line.max(120),
    edition: line.max(20),
    summary: line.max(600),
    standard: line.optional(),
    clauses: z.array(line).default([]),
    validity: z.strictObject({ months: z.int().min(1).max(120) }).optional(),
    renewalWindowDays: z.int().min(1).max(365).default(60),
    requirements: z
      .array(z.union([z.strictObject({ course: slug }), z.strictObject({ assessment: slug })]))
      .min(1),
  })
  .superRefine(({ validity, renewalWindowDays, requirements }, context) => {
    if (!validity) return;
    if (renewalWindowDays >= validity.months * 28)
      context.addIssue({
        code: "custom",
        path: ["renewalWindowDays"],
        message: "must be shorter than the validity",
      });
    /* A course whose revision has not changed cannot be completed again, so it alone could never renew anything. */
    if (!requirements.some((requirement) => "assessment" in requirement))
      context.addIssue({
        code: "custom",
        path: ["requirements"],
        message: "a certification that expires needs an assessment, which is passed again to renew it",
      });
  });

export type CertificationDefinition = z.output<typeof certificationDefinition>;
export type CertificationStep = CertificationDefinition["requirements"][number];

export function stepKey(step: CertificationStep): string {
  return "course" in step ? `course ${step.course}` : `assessment ${step.assessment}`;
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
