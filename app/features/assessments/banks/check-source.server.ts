/** What every question goes through on its way into a bank, whether it was typed or imported. */
import {
  compileQuestion,
  type BankFigures,
  type CompiledQuestion,
} from "../questions/compile-question.server";
import type { QuestionSource } from "../questions/question-source";
import { QuestionTextRefused } from "../questions/render-question-text.server";

export type WrittenQuestion = CompiledQuestion & { readonly source: QuestionSource };

/** Half characters and control characters: no database or hash takes all of them. */
const UNUSABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/u;

/** Where the form for a new question is. */
const RESERVED = "new";

/** @throws QuestionTextRefused with what is wrong, in words for the author */
export function compileForBank(
  bankId: string,
  source: QuestionSource,
  figures: BankFigures,
): WrittenQuestion {
  if (textsIn(source).some((text) => UNUSABLE.test(text)))
    throw new QuestionTextRefused(
      "A text holds a character that cannot be stored. Type the place again that was pasted.",
    );
  if (source.id === RESERVED)
    throw new QuestionTextRefused(`A question cannot have the id “${RESERVED}”. Give it another.`);
  return { ...compileQuestion(bankId, source, figures), source };
}

export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}
