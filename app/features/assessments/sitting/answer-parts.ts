import type { ServedQuestion } from "../questions/question";

/** What the controls of every kind of question are given. */
export interface AnswerControlProps {
  readonly question: ServedQuestion;
  readonly lang: string;
  readonly problem?: string | undefined;
  /** What was typed and could not be used, by field name. */
  readonly typed?: Readonly<Record<string, string>> | undefined;
  /** For what changes without an event of the form. */
  readonly onAnswer: (position: number) => void;
  /** Sends a file at once. @returns what is wrong with it, or null when it is saved */
  readonly onFile: (position: number, file: File) => Promise<string | null>;
}
