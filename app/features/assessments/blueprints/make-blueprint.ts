/** From the rules as written and the questions that may be drawn to a blueprint. Pure. */
import { Conflict } from "~/platform/errors";
import type { CompiledQuestion } from "../questions/compile-question.server";
import type { QuestionBody } from "../questions/question";
import type { AssessmentSource } from "./assessment-source";
import type { Blueprint, BlueprintQuestion } from "./blueprint";
import { drawPaper } from "./draw-paper";

/** As much of a question as it takes to draw it. */
export interface DrawableQuestion extends Pick<
  CompiledQuestion,
  "id" | "questionId" | "kind" | "clause" | "topic"
> {
  readonly body: Pick<QuestionBody, "options" | "tags" | "difficulty" | "scenario">;
}

/** @param banks questions by bank, the test's own under its slug */
export function blueprintFrom(
  slug: string,
  source: AssessmentSource,
  banks: ReadonlyMap<string, readonly DrawableQuestion[]>,
): Blueprint {
  const { audience: _, standard = null, ...rules } = source;
  const questions = [...banks].flatMap(([bank, held]) =>
    held.map((question) => entryOf(question, bank === slug ? undefined : bank)),
  );
  /* Through JSON, so that what is left out is not there at all: the hash is of what is stored. */
  return JSON.parse(JSON.stringify({ slug, ...rules, standard, questions })) as Blueprint;
}

export function entryOf(
  { id, questionId, kind, clause, topic, body }: DrawableQuestion,
  bank: string | undefined,
): BlueprintQuestion {
  const { tags, difficulty, scenario, options } = body;
  return {
    version: id,
    questionId,
    ...(bank === undefined ? {} : { bank }),
    kind,
    clause,
    topic,
    ...(tags === undefined ? {} : { tags }),
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(scenario === undefined ? {} : { case: scenario.id }),
    options: options.map((option) => option.id),
  };
}

/** @returns the section that asks for more than its banks hold, and how to say it */
export function firstTooSmall(blueprint: Blueprint): { section: number; message: string } | null {
  try {
    drawPaper({ blueprint, seen: new Set(), randomBytes: new Uint8Array(16) });
    return null;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const section = blueprint.sections.findIndex(({ title }) => error.message.includes(`“${title}”`));
    return { section: Math.max(0, section), message: error.message };
  }
}
