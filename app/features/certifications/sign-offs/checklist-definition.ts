/** content/checklists/*.yaml: what somebody is observed for, point by point. Its hash is the revision's id. */
import { z } from "zod";

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "use lower-case letters, numbers and dashes");
const line = z.string().trim().min(1);
const figure = z.number().min(0).max(1_000_000);

const measured = z.strictObject({
  /** What is counted: seconds, hours, %, wrong per 100 orders. */
  unit: line.max(40),
  target: z.union([z.strictObject({ atMost: figure }), z.strictObject({ atLeast: figure })]),
  /** What is looked at, such as 20 calls. A smaller sample says too little. */
  sample: z.strictObject({ size: z.int().min(1).max(100_000), of: line.max(60) }).optional(),
});
export type Measured = z.output<typeof measured>;

const criterion = z.strictObject({
  id: slug.max(60),
  text: line.max(300),
  lookFor: line.max(1_000),
  /** Left out where it is met or not met. */
  measured: measured.optional(),
  required: z.boolean().default(true),
});
export type Criterion = z.output<typeof criterion>;

export const checklistDefinition = z
  .strictObject({
    id: slug,
    title: line.max(120),
    edition: line.max(20),
    summary: line.max(600),
    /** For the observer, before they begin. */
    instructions: line.max(4_000),
    standard: line.optional(),
    clauses: z.array(line).default([]),
    accountabilities: z.array(line).min(1).max(20),
    criteria: z.array(criterion).min(1).max(40),
  })
  .superRefine(({ criteria }, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: "custom", path, message });
    criteria.forEach(({ id, measured: measure }, index) => {
      if (criteria.findIndex((each) => each.id === id) < index)
        issue(["criteria", index, "id"], "another criterion has this id");
      if (measure?.unit === "%" && targetOf(measure) > 100)
        issue(["criteria", index, "measured", "target"], "must not be more than 100 %");
    });
    if (!criteria.some(({ required }) => required))
      issue(["criteria"], "at least one criterion has to be required");
  });
export type ChecklistDefinition = z.output<typeof checklistDefinition>;

export function targetOf({ target }: Measured): number {
  return "atMost" in target ? target.atMost : target.atLeast;
}

/** Revisions are immutable and few. */
const parsed = new Map<string, ChecklistDefinition>();

export function readChecklist(revisionId: string, text: string): ChecklistDefinition {
  let definition = parsed.get(revisionId);
  if (!definition) {
    definition = checklistDefinition.parse(JSON.parse(text));
    if (parsed.size >= 200) parsed.clear();
    parsed.set(revisionId, definition);
  }
  return definition;
}
