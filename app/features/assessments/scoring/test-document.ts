/**
 * What a `test-submitted` record pins, and every later record of what the attempt came to: everything needed to show the
 * paper as it was and to score it again.
 */
import { z } from "zod";

const answer = z.union([
  z.strictObject({ chosen: z.array(z.string()).readonly() }),
  z.strictObject({ number: z.string(), unit: z.string().optional() }),
  z.strictObject({ order: z.array(z.string()).readonly() }),
  z.strictObject({ pairs: z.record(z.string(), z.string()) }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ point: z.tuple([z.number(), z.number()]).readonly() }),
  z.strictObject({
    file: z.strictObject({ hash: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number() }),
  }),
]);

const treatment = z.union([
  z.strictObject({ kind: z.literal("full-credit") }),
  z.strictObject({ kind: z.literal("drop") }),
  z.strictObject({ kind: z.literal("new-key"), keyHash: z.string() }),
]);

export const testDocument = z.object({
  attemptId: z.string(),
  attemptNumber: z.number().int(),
  assessment: z.string(),
  title: z.string(),
  /** The revision's hash. */
  revision: z.string(),
  revisionNumber: z.number().int(),
  scoring: z.string(),
  passMark: z.number(),
  /** Needed in every section, in their order, and in every clause, where the revision asks for it. */
  sectionPassMarks: z.array(z.number().nullable()).optional(),
  clausePassMark: z.number().optional(),
  minutes: z.number(),
  /** What an accommodation added. */
  extraMinutes: z.number().optional(),
  graceSeconds: z.number().optional(),
  declaredAt: z.string().optional(),
  invigilator: z.string().optional(),
  startedAt: z.string(),
  deadlineAt: z.string(),
  submittedAt: z.string(),
  /** True when the time shown was over. */
  timeUp: z.boolean(),
  sections: z.array(z.string()).readonly(),
  items: z.array(
    z.object({
      position: z.number().int(),
      section: z.number().int(),
      /** The question version's hash. */
      question: z.string(),
      questionId: z.string(),
      clause: z.string().nullable(),
      bodyHash: z.string(),
      keyHash: z.string(),
      /** Option ids in the order they were shown. */
      served: z.array(z.string()).readonly(),
      answer: answer.nullable(),
      answeredAt: z.string().nullable(),
      points: z.number(),
      /** What it is worth, where that is not one point. */
      worth: z.number().optional(),
      /** The share that people gave, where it is marked by hand. */
      mark: z.number().optional(),
      treatment: treatment.optional(),
    }),
  ),
  /** Positions still to be marked by a person when this was recorded. */
  pending: z.array(z.number().int()).optional(),
  points: z.number(),
  max: z.number(),
  score: z.number(),
  passed: z.boolean(),
});

export type TestDocument = z.output<typeof testDocument>;
