/** What a `test-submitted` record pins: everything needed to show the paper as it was and to score it again. */
import { z } from "zod";

const answer = z.union([
  z.strictObject({ chosen: z.array(z.string()).readonly() }),
  z.strictObject({ number: z.string() }),
  z.strictObject({ order: z.array(z.string()).readonly() }),
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
  minutes: z.number(),
  startedAt: z.string(),
  deadlineAt: z.string(),
  submittedAt: z.string(),
  /** True when the deadline submitted it, not the person. */
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
    }),
  ),
  points: z.number(),
  max: z.number(),
  score: z.number(),
  passed: z.boolean(),
});

export type TestDocument = z.output<typeof testDocument>;
