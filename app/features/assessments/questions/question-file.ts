/** A file under `questions/` of a test: questions, and cases of several questions each. */
import { z } from "zod";
import { clauseKey, LONGEST_TEXT, questionSource, slug, type QuestionSource } from "./question-source";

const inContent = questionSource
  .refine((question) => Boolean(question.clause ?? question.topic), "needs a clause or a topic")
  .refine((question) => question.explanation !== undefined, "needs an explanation")
  .refine(
    (question) => question.kind !== "multiple" || rightOnes(question) >= 2,
    "must have two or more options with correct: true",
  )
  .refine(
    (question) => !("options" in question) || differ(question.options.map(({ text }) => text)),
    "holds two options with the same text",
  );

interface WithOptions {
  readonly options: readonly { readonly correct: boolean }[];
}

function rightOnes({ options }: WithOptions): number {
  return options.filter(({ correct }) => correct).length;
}

/** Capitals make no difference to somebody who reads quickly. */
function differ(texts: readonly string[]): boolean {
  return new Set(texts.map((text) => text.toLowerCase())).size === texts.length;
}

/** One scenario with several questions; what is said of the case holds for those that say nothing themselves. */
const caseStudy = z.strictObject({
  id: slug.max(80),
  kind: z.literal("case"),
  clause: clauseKey.nullish(),
  topic: slug.nullish(),
  scenario: z.string().trim().min(1).max(LONGEST_TEXT),
  questions: z.array(z.record(z.string(), z.unknown())).min(2).max(20),
});

export interface PlacedQuestion {
  readonly source: QuestionSource;
  /** Where it stands in the file. */
  readonly path: readonly (string | number)[];
}

/** A file of questions, cases taken apart into theirs. */
export const questionFile = z
  .array(z.unknown())
  .min(1, "must hold at least one question")
  .transform((entries, context): PlacedQuestion[] =>
    entries.flatMap((entry, index) => {
      const isCase = typeof entry === "object" && entry !== null && "kind" in entry && entry.kind === "case";
      if (!isCase) return placed(entry, [index], context);
      return checked(caseStudy, entry, [index], context).flatMap(
        ({ id, scenario, clause, topic, questions }) =>
          questions.flatMap((question, place) =>
            placed(
              { clause, topic, ...question, scenario: { id, text: scenario } },
              [index, "questions", place],
              context,
            ),
          ),
      );
    }),
  );

function placed(value: unknown, path: PlacedQuestion["path"], context: z.RefinementCtx): PlacedQuestion[] {
  return checked(inContent, value, path, context).map((source) => ({ source, path }));
}

function checked<S extends z.ZodType>(
  schema: S,
  value: unknown,
  path: readonly (string | number)[],
  context: z.RefinementCtx,
): z.output<S>[] {
  const result = schema.safeParse(value);
  if (result.success) return [result.data];
  for (const { message, ...issue } of result.error.issues) {
    const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
    context.addIssue({ code: "custom", message, path: [...path, ...issue.path, ...unknown] });
  }
  return [];
}
