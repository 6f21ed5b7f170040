/** What comes of reading a file of questions that others, or Attest, wrote. */
import type { QuestionSource } from "../questions/question-source";

export const EXCHANGE_FORMATS = ["gift", "aiken", "moodle-xml", "csv"] as const;
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];

export const MOST_QUESTIONS = 10_000;
export const MOST_PROBLEMS = 200;

export interface ParsedQuestion {
  readonly source: QuestionSource;
  /** Where it begins in the file, from 1. */
  readonly line: number;
  /** What is not as it was in the file, for whoever looks at the preview. */
  readonly notes: readonly string[];
}

export interface ImportProblem {
  readonly line: number;
  readonly message: string;
  readonly advice?: string;
}

/** Something that the file says and Attest cannot, with how often it does and where first. */
export interface Unsupported {
  readonly line: number;
  readonly what: string;
  readonly count: number;
}

export interface Parsed {
  readonly questions: readonly ParsedQuestion[];
  /** The first of them; while there is one, the file is not right as a whole. */
  readonly problems: readonly ImportProblem[];
  readonly moreProblems: number;
  readonly unsupported: readonly Unsupported[];
}

/** A question as it was read, before it is checked and has its id. */
export interface Draft {
  readonly line: number;
  /** Taken as it is, and refused where the file holds it twice. */
  readonly id?: string | undefined;
  /** What the id is made of otherwise: the first that gives one. */
  readonly names?: readonly (string | undefined)[];
  /** All but the id. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly notes?: readonly string[];
}
