/**
 * What a question is made of. `QuestionBody` may be served; `QuestionKey` stays on the server until the attempt that
 * uses it is submitted. Option ids say nothing about which option is right or which step comes first.
 */
export type QuestionKind = "single" | "multiple" | "true-false" | "numeric" | "ordering";

export interface QuestionOption {
  readonly id: string;
  /** Safe HTML, made once when the content was read. */
  readonly html: string;
}

export interface QuestionBody {
  readonly kind: QuestionKind;
  readonly prompt: string;
  /** Choices of single and multiple, steps of ordering (in no meaningful order), true and false; none for numeric. */
  readonly options: readonly QuestionOption[];
  readonly unit?: string;
}

export type QuestionKey =
  | {
      readonly kind: "single" | "multiple" | "true-false";
      readonly correct: readonly string[];
      readonly why: Readonly<Record<string, string>>;
      readonly explanation: string;
    }
  | {
      readonly kind: "numeric";
      readonly value: number;
      readonly tolerance: number;
      readonly explanation: string;
    }
  | { readonly kind: "ordering"; readonly order: readonly string[]; readonly explanation: string };

/** A saved answer. A number is kept as it was typed, because that is what the person gave. */
export type Answer =
  | { readonly chosen: readonly string[] }
  | { readonly number: string }
  | { readonly order: readonly string[] };

/** A question as one attempt shows it: options in the order they were served. */
export interface ServedQuestion extends QuestionBody {
  readonly position: number;
  readonly section: number;
  readonly answer: Answer | null;
}
