import { z } from "zod";

const line = z.string().trim().min(1);
const id = line.max(60).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, numbers and dashes");

/** A file of content/roles. */
export const jobRoleSource = z.strictObject({
  id,
  name: line.max(100),
  accountabilities: z.array(
    z.strictObject({
      id,
      title: line.max(160),
      text: line,
      details: z.array(line).default([]),
      /** How the duty is shown where no certification can show it. */
      evidence: line.optional(),
      /** Read by the certifications feature, with its own checks. */
      requires: z.unknown().optional(),
    }),
  ),
});
export type JobRoleSource = z.output<typeof jobRoleSource>;

/** What is read here of content/company.yaml; the rest is for those who write courses. */
export const companySource = z.looseObject({
  regions: z.array(z.looseObject({ id, name: line.max(100) })),
});
