/**
 * What a question is made of. `QuestionBody` may be served; `QuestionKey` stays on the server until the attempt that
 * uses it is submitted. Option ids say nothing about which option is right or which step comes first.
 */
export const QUESTION_KINDS = [
  "single",
  "multiple",
  "true-false",
  "numeric",
  "ordering",
  "matching",
  "gaps",
  "short-text",
  "hotspot",
  "free-response",
  "file-response",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const DIFFICULTIES = ["easy", "medium", "hard"] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

export interface QuestionOption {
  readonly id: string;
  /** Safe HTML, made once when the content was read. */
  readonly html: string;
}

export interface QuestionBody {
  readonly kind: QuestionKind;
  readonly prompt: string;
  /**
   * Choices of single and multiple, steps of ordering (in no meaningful order), true and false, what stems are matched
   * with, names of a hotspot's areas; none for the others.
   */
  readonly options: readonly QuestionOption[];
  /** Numeric: the unit stands beside the field. */
  readonly unit?: string;
  /** Numeric: the unit is chosen from these. */
  readonly units?: readonly string[];
  /** Matching: each gets one of the options. */
  readonly stems?: readonly QuestionOption[];
  /** Gaps: the text in pieces. */
  readonly text?: readonly GapPiece[];
  readonly gaps?: readonly Gap[];
  /** Hotspot. */
  readonly figure?: QuestionFigure;
  /** What several questions are about: those with the same id are drawn and shown together. */
  readonly scenario?: QuestionOption;
  /** What a person marks by; the levels are with the key. */
  readonly criteria?: readonly Criterion[];
  /** Free response: the most words that are read. */
  readonly words?: number;
  readonly files?: FileRule;
  /** What the question is worth; 1 where nothing is said. */
  readonly points?: number;
  readonly tags?: readonly string[];
  readonly difficulty?: Difficulty;
}

export type GapPiece = { readonly html: string } | { readonly gap: string } | { readonly paragraph: true };

export interface Gap {
  readonly id: string;
  readonly options: readonly QuestionOption[];
}

export interface QuestionFigure {
  readonly hash: string;
  readonly name: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export interface Criterion {
  readonly id: string;
  readonly html: string;
  /** The most points that it gives. */
  readonly points: number;
}

export interface FileRule {
  /** File endings, such as pdf. */
  readonly types: readonly string[];
  readonly megabytes: number;
}

/** How several right choices become a share of the points; score-attempt.ts has the rules. */
export type ChoiceCredit = "right-minus-wrong" | "all-or-nothing" | "each-option" | "by-option";

/** In hundredths of the figure's width and height. */
export type Shape =
  | { readonly rect: readonly [left: number, top: number, width: number, height: number] }
  | { readonly ellipse: readonly [x: number, y: number, radiusX: number, radiusY: number] }
  | { readonly polygon: readonly (readonly [x: number, y: number])[] };

export type QuestionKey =
  ChoiceKey | NumericKey | OrderingKey | PairsKey | ShortTextKey | HotspotKey | RubricKey;

interface Explained {
  readonly explanation: string;
}

export interface ChoiceKey extends Explained {
  readonly kind: "single" | "multiple" | "true-false";
  readonly correct: readonly string[];
  readonly why: Readonly<Record<string, string>>;
  /** "right-minus-wrong" where nothing is said. */
  readonly credit?: ChoiceCredit;
  /** How many options there are, for "each-option". */
  readonly options?: number;
  /** Shares by option, −1 to 1, for "by-option". */
  readonly credits?: Readonly<Record<string, number>>;
}

export interface NumericKey extends Explained {
  readonly kind: "numeric";
  readonly value: number;
  readonly tolerance: number;
  /** What one of each unit is in the unit of `value`. */
  readonly units?: Readonly<Record<string, number>>;
}

export interface OrderingKey extends Explained {
  readonly kind: "ordering";
  readonly order: readonly string[];
  /** Where it is left out, neighbours that follow each other earn their share. */
  readonly credit?: "all-or-nothing";
}

export interface PairsKey extends Explained {
  readonly kind: "matching" | "gaps";
  /** Option by stem or gap. */
  readonly pairs: Readonly<Record<string, string>>;
  readonly credit?: "all-or-nothing";
}

export interface ShortTextKey extends Explained {
  readonly kind: "short-text";
  readonly accepted: readonly { readonly text: string; readonly credit: number }[];
  readonly matchCase: boolean;
}

export interface HotspotKey extends Explained {
  readonly kind: "hotspot";
  readonly areas: Readonly<Record<string, Shape>>;
  readonly correct: readonly string[];
  readonly why: Readonly<Record<string, string>>;
}

/** Marked by a person. */
export interface RubricKey extends Explained {
  readonly kind: "free-response" | "file-response";
  readonly rubric: readonly RubricCriterion[];
}

export interface RubricCriterion {
  readonly id: string;
  /** From the most points to none. */
  readonly levels: readonly { readonly points: number; readonly html: string }[];
}

/** A saved answer. A number or a text is kept as it was typed, because that is what the person gave. */
export type Answer =
  | { readonly chosen: readonly string[] }
  | { readonly number: string; readonly unit?: string }
  | { readonly order: readonly string[] }
  | { readonly pairs: Readonly<Record<string, string>> }
  | { readonly text: string }
  | { readonly point: readonly [x: number, y: number] }
  | { readonly file: ResponseFile };

export interface ResponseFile {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** Marked by a person and not from the key. */
export function isMarkedByHand(kind: QuestionKind): boolean {
  return kind === "free-response" || kind === "file-response";
}

/** A question as one attempt shows it: options in the order they were served. */
export interface ServedQuestion extends Omit<QuestionBody, "tags" | "difficulty"> {
  /** By criterion: what people give how many points for, the best first. */
  readonly levels?: Readonly<Record<string, RubricCriterion["levels"]>>;
  readonly position: number;
  readonly section: number;
  readonly answer: Answer | null;
  readonly flagged: boolean;
}
