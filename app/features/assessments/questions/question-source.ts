/** How a question is written: in the files under `questions/`, in a bank of the studio, and in what is imported. */
import { z } from "zod";
import { takesAnything } from "../scoring/short-text";
import { DIFFICULTIES } from "./question";

export const LONGEST_TEXT = 12_000;

const text = z.string().trim().min(1, "must not be empty").max(LONGEST_TEXT);
const shortText = text.max(4_000);
export const clauseKey = z
  .string()
  .regex(/^[a-z0-9-]+:[0-9]{4}\/[0-9]+(\.[0-9]+)*$/, "must look like iso-9001:2015/7.2");
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be lower case with dashes");

const about = {
  id: slug.max(80),
  clause: clauseKey.nullish(),
  topic: slug.nullish(),
  tags: z.array(slug.max(60)).max(20).optional(),
  difficulty: z.enum(DIFFICULTIES).optional(),
  /** What it is worth; 1 where nothing is said. */
  points: z.number().int().min(1).max(100).optional(),
  prompt: text,
  explanation: text.optional(),
  /** What this and the other questions of a case are about. */
  scenario: z.strictObject({ id: slug.max(80), text }).optional(),
};

const distinct = (texts: readonly string[]) =>
  new Set(texts.map((each) => each.trim())).size === texts.length;

const option = z.strictObject({
  text: shortText,
  correct: z.boolean().default(false),
  why: shortText.optional(),
  /** With `credit: by-option`: the share of the points that choosing it earns, or takes away. */
  credit: z.number().min(-1).max(1).optional(),
});
type Option = z.output<typeof option>;
const options = (min: number) =>
  z
    .array(option)
    .min(min)
    .max(20)
    .refine((all) => distinct(all.map((each) => each.text)), "holds two options with the same text");
const rightOnes = (all: readonly Option[]) => all.filter((each) => each.correct).length;
const pricedOnly = (question: { credit?: string | undefined; options: readonly Option[] }) =>
  question.options.every((each) => (question.credit === "by-option") === (each.credit !== undefined));
const PRICED = "has `credit: by-option` and a credit for every option, or neither";

const percent = z.number().min(0).max(100);
const shape = z.union([
  z.strictObject({ rect: z.tuple([percent, percent, percent, percent]) }),
  z.strictObject({ ellipse: z.tuple([percent, percent, percent, percent]) }),
  z.strictObject({
    polygon: z
      .array(z.tuple([percent, percent]))
      .min(3)
      .max(60),
  }),
]);

const rubric = z
  .array(
    z.strictObject({
      criterion: shortText,
      levels: z
        .array(z.strictObject({ points: z.number().min(0).max(100), text: shortText }))
        .min(2)
        .max(10)
        .refine(
          (levels) => new Set(levels.map(({ points }) => points)).size === levels.length,
          "holds two levels with the same points",
        )
        .refine((levels) => levels.some(({ points }) => points === 0), "needs a level for 0 points")
        .refine((levels) => levels.some(({ points }) => points > 0), "needs a level that earns something"),
    }),
  )
  .min(1)
  .max(20)
  .refine((all) => distinct(all.map(({ criterion }) => criterion)), "holds the same criterion twice");

const allOrNothing = z.literal("all-or-nothing").optional();
/** `[[name]]` in the text of a gap question. */
export const GAP = /\[\[([a-z0-9-]+)\]\]/g;
const gapsIn = (source: string) => [...source.matchAll(GAP)].map(([, id]) => id!);

export const RESPONSE_TYPES = ["pdf", "docx", "xlsx", "pptx", "odt", "png", "jpg", "txt", "csv"] as const;

export const questionSource = z.discriminatedUnion("kind", [
  z
    .strictObject({
      ...about,
      kind: z.literal("single"),
      credit: z.literal("by-option").optional(),
      options: options(2).refine(
        (all) => rightOnes(all) === 1,
        "must have exactly one option with correct: true",
      ),
    })
    .refine(pricedOnly, PRICED),
  z
    .strictObject({
      ...about,
      kind: z.literal("multiple"),
      credit: z.enum(["right-minus-wrong", "all-or-nothing", "each-option", "by-option"]).optional(),
      options: options(2)
        .refine((all) => rightOnes(all) >= 1, "must have one or more options with correct: true")
        .refine((all) => rightOnes(all) < all.length, "must have an option that is not correct"),
    })
    .refine(pricedOnly, PRICED),
  z.strictObject({ ...about, kind: z.literal("true-false"), answer: z.boolean() }),
  z.strictObject({
    ...about,
    kind: z.literal("numeric"),
    numeric: z
      .strictObject({
        value: z.number(),
        tolerance: z.number().min(0),
        unit: z.string().trim().min(1).max(40).optional(),
        /** The unit is part of the answer: each with what one of it is in the unit of `value`. */
        units: z
          .array(z.strictObject({ unit: z.string().trim().min(1).max(40), factor: z.number().gt(0) }))
          .min(2)
          .max(10)
          .refine((all) => distinct(all.map(({ unit }) => unit)), "holds the same unit twice")
          .optional(),
      })
      .refine(({ unit, units }) => !(unit && units), "has a unit or units to choose from, not both"),
  }),
  z.strictObject({
    ...about,
    kind: z.literal("ordering"),
    credit: allOrNothing,
    order: z.array(shortText).min(2).max(20).refine(distinct, "holds the same step twice"),
  }),
  z.strictObject({
    ...about,
    kind: z.literal("matching"),
    credit: allOrNothing,
    pairs: z
      .array(z.strictObject({ stem: shortText, match: shortText }))
      .min(2)
      .max(30)
      .refine((all) => distinct(all.map(({ stem }) => stem)), "holds the same stem twice"),
    /** Offered too, and right for none. */
    distractors: z.array(shortText).max(20).refine(distinct, "holds the same distractor twice").optional(),
  }),
  z
    .strictObject({
      ...about,
      kind: z.literal("gaps"),
      credit: allOrNothing,
      /** With `[[name]]` where something is to be chosen. */
      text,
      gaps: z.record(
        slug,
        z
          .strictObject({ options: z.array(shortText).min(2).max(20).refine(distinct), correct: shortText })
          .refine(
            ({ options, correct }) => options.includes(correct),
            "the right one must be among the options",
          ),
      ),
    })
    .refine(
      ({ text, gaps }) =>
        distinct(gapsIn(text)) && gapsIn(text).sort().join() === Object.keys(gaps).sort().join(),
      "needs each gap once in the text, as [[name]], and once under gaps",
    )
    .refine(({ gaps }) => Object.keys(gaps).length > 0, "needs at least one gap")
    .refine(
      ({ gaps }) => !Object.keys(gaps).some((name) => name === "constructor" || name === "prototype"),
      "needs other names for its gaps: these two belong to the machine",
    ),
  z.strictObject({
    ...about,
    kind: z.literal("short-text"),
    matchCase: z.boolean().optional(),
    /** `*` stands for any text. */
    accept: z
      .array(
        z.strictObject({
          text: shortText
            .max(400)
            .refine(
              (text) => !takesAnything(text),
              "needs some text beside the star (*), which takes anything",
            ),
          credit: z.number().gt(0).max(1).optional(),
        }),
      )
      .min(1)
      .max(50)
      .refine((all) => all.some(({ credit = 1 }) => credit === 1), "needs an answer that earns all points"),
  }),
  z.strictObject({
    ...about,
    kind: z.literal("hotspot"),
    figure: z.strictObject({
      /** The picture's file name, beside the question's file or among the bank's pictures. */
      file: z.string().max(100),
      alt: text.max(2_000),
    }),
    areas: z
      .array(
        z.strictObject({
          name: shortText.max(200),
          shape,
          correct: z.boolean().default(false),
          why: shortText.optional(),
        }),
      )
      .min(2)
      .max(30)
      .refine((all) => distinct(all.map(({ name }) => name)), "holds two areas with the same name")
      .refine((all) => all.some(({ correct }) => correct), "must have an area with correct: true"),
  }),
  z.strictObject({
    ...about,
    kind: z.literal("free-response"),
    rubric,
    words: z.number().int().min(10).max(5_000).optional(),
  }),
  z.strictObject({
    ...about,
    kind: z.literal("file-response"),
    rubric,
    files: z.strictObject({
      types: z.array(z.enum(RESPONSE_TYPES)).min(1),
      megabytes: z.number().int().min(1).max(25).default(10),
    }),
  }),
]);
export type QuestionSource = z.output<typeof questionSource>;
