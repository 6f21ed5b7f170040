/** The shape of `assessment.yaml` and of the files under `questions/`. */
import { z } from "zod";

const text = z.string().trim().min(1, "must not be empty").max(4_000);
const clause = z
  .string()
  .regex(/^[a-z0-9-]+:[0-9]{4}\/[0-9]+(\.[0-9]+)*$/, "must look like iso-9001:2015/7.2");
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower case with dashes");

const section = z
  .strictObject({
    title: text,
    clauses: z.array(clause).default([]),
    topics: z.array(slug).default([]),
    draw: z.number().int().min(1).max(100),
  })
  .refine((value) => value.clauses.length + value.topics.length > 0, "needs clauses or topics to draw from");

export const assessmentSource = z.strictObject({
  title: text.max(120),
  summary: text.max(600),
  standard: z
    .string()
    .regex(/^[a-z0-9-]+:[0-9]{4}$/, "must look like iso-9001:2015")
    .optional(),
  passMark: z.number().gt(0).max(1),
  minutes: z.number().int().min(1).max(480),
  attempts: z.strictObject({
    max: z.number().int().min(1).max(1_000),
    waitHours: z.number().min(0).max(8_760),
    renewDays: z.number().int().min(1).max(3_650).default(30),
  }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "must be a language tag such as en")
    .default("en"),
  audience: z.strictObject({ jobRoles: z.array(slug).default([]), regions: z.array(slug).default([]) }),
  sections: z.array(section).min(1).max(50),
});
export type AssessmentSource = z.output<typeof assessmentSource>;

const option = z.strictObject({ text, correct: z.boolean().default(false), why: text.optional() });
const about = {
  id: slug.max(80),
  clause: clause.nullish(),
  topic: slug.nullish(),
  prompt: text,
  explanation: text,
};
const distinct = (texts: string[]) => new Set(texts.map((each) => each.toLowerCase())).size === texts.length;
const options = (min: number) =>
  z
    .array(option)
    .min(min)
    .max(10)
    .refine((all) => distinct(all.map((each) => each.text)), "holds two options with the same text");
const rightOnes = (all: readonly { correct: boolean }[]) => all.filter((each) => each.correct).length;

export const questionSource = z
  .discriminatedUnion("kind", [
    z.strictObject({
      ...about,
      kind: z.literal("single"),
      options: options(2).refine(
        (all) => rightOnes(all) === 1,
        "must have exactly one option with correct: true",
      ),
    }),
    z.strictObject({
      ...about,
      kind: z.literal("multiple"),
      options: options(3)
        .refine((all) => rightOnes(all) >= 2, "must have two or more options with correct: true")
        .refine((all) => rightOnes(all) < all.length, "must have an option that is not correct"),
    }),
    z.strictObject({ ...about, kind: z.literal("true-false"), answer: z.boolean() }),
    z.strictObject({
      ...about,
      kind: z.literal("numeric"),
      numeric: z.strictObject({
        value: z.number(),
        tolerance: z.number().min(0),
        unit: z.string().max(40).optional(),
      }),
    }),
    z.strictObject({
      ...about,
      kind: z.literal("ordering"),
      order: z.array(text).min(3).max(10).refine(distinct, "holds the same step twice"),
    }),
  ])
  .refine((question) => Boolean(question.clause ?? question.topic), "needs a clause or a topic");
export type QuestionSource = z.output<typeof questionSource>;

export const questionFile = z.array(questionSource).min(1, "must hold at least one question");
