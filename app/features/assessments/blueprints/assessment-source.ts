/** The shape of `assessment.yaml`, and of a test written in the studio. */
import { z } from "zod";
import { DIFFICULTIES } from "../questions/question";
import { clauseKey, slug } from "../questions/question-source";

const text = z.string().trim().min(1, "must not be empty").max(4_000);
const share = z.number().gt(0).max(1);

const section = z.strictObject({
  title: text,
  /** Banks drawn from, by slug; the test's own where there are none. */
  banks: z.array(slug).max(20).optional(),
  clauses: z.array(clauseKey).default([]),
  /** Topics or tags. */
  topics: z.array(slug).default([]),
  difficulty: z.array(z.enum(DIFFICULTIES)).optional(),
  draw: z.number().int().min(1).max(100),
  /** Share of this section's points without which the test is not passed. */
  passMark: share.optional(),
});

export const assessmentSource = z.strictObject({
  title: text.max(120),
  summary: text.max(600),
  standard: z
    .string()
    .regex(/^[a-z0-9-]+:[0-9]{4}$/, "must look like iso-9001:2015")
    .optional(),
  passMark: share,
  /** Share of the points of every clause without which the test is not passed. */
  clausePassMark: share.optional(),
  minutes: z.number().int().min(1).max(480),
  /** How long answers are still taken after the time shown, for slow networks. */
  graceSeconds: z.number().int().min(0).max(300).optional(),
  /** When the sitting warns. */
  warnMinutes: z.number().int().min(1).max(60).optional(),
  attempts: z.strictObject({
    max: z.number().int().min(1).max(1_000),
    waitHours: z.number().min(0).max(8_760),
    renewDays: z.number().int().min(1).max(3_650).default(30),
    /** What a failed last try leads to: a fresh set after `renewDays`, or none until a manager grants one. */
    afterLast: z.enum(["renew", "closed"]).optional(),
  }),
  page: z.enum(["section", "question"]).optional(),
  shuffle: z.strictObject({ questions: z.boolean().optional(), options: z.boolean().optional() }).optional(),
  book: z.enum(["open", "closed"]).optional(),
  /** From when to when it may be begun; a sitting ends at `closesAt` whatever time it has left. */
  window: z
    .strictObject({
      opensAt: z.iso.datetime({ offset: true }).optional(),
      closesAt: z.iso.datetime({ offset: true }).optional(),
    })
    .refine(
      ({ opensAt, closesAt }) => !opensAt || !closesAt || Date.parse(opensAt) < Date.parse(closesAt),
      "must open before it closes",
    )
    .optional(),
  /** What the person declares before the test starts. */
  declaration: text.max(1_000).optional(),
  /** A code from an invigilator is needed to start. */
  invigilated: z.boolean().optional(),
  /** Two people mark what is marked by hand. */
  secondMarking: z.boolean().optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "must be a language tag such as en")
    .default("en"),
  audience: z.strictObject({ jobRoles: z.array(slug).default([]), regions: z.array(slug).default([]) }),
  sections: z.array(section).min(1).max(50),
});
export type AssessmentSource = z.output<typeof assessmentSource>;
