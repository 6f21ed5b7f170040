/** Collects what a parser finds, checks it, and keeps all of it within bounds. */
import type { z } from "zod";
import { questionSource, type QuestionSource } from "../questions/question-source";
import {
  MOST_PROBLEMS,
  MOST_QUESTIONS,
  type Draft,
  type ImportProblem,
  type Parsed,
  type ParsedQuestion,
} from "./parsed";
import { IdRegister, slugOf } from "./question-ids";

/** What is wrong with a question beyond its shape; null where nothing is. */
export type QuestionCheck = (source: QuestionSource) => string | null;

export class Intake {
  private readonly drafts: Draft[] = [];
  private readonly problems: ImportProblem[] = [];
  private readonly unsupportedByKind = new Map<string, { line: number; count: number }>();
  private isFull = false;

  /** True once the file holds more questions than are taken: the rest need not be read. */
  get full(): boolean {
    return this.isFull;
  }

  add(draft: Draft): void {
    if (this.drafts.length < MOST_QUESTIONS) this.drafts.push(draft);
    else if (!this.isFull) {
      this.isFull = true;
      this.problem(
        draft.line,
        `The file holds more than ${MOST_QUESTIONS.toLocaleString("en")} questions.`,
        "Split it into several files.",
      );
    }
  }

  problem(line: number, message: string, advice?: string): void {
    this.problems.push({ line, message, ...(advice === undefined ? {} : { advice }) });
  }

  unsupported(line: number, what: string, count = 1): void {
    const known = this.unsupportedByKind.get(what);
    if (known) known.count += count;
    else this.unsupportedByKind.set(what, { line, count });
  }

  finish(check: QuestionCheck = () => null): Parsed {
    const ids = new IdRegister();
    const firstWith = new Map<string, number>();
    for (const { id, line } of this.drafts) {
      if (id === undefined) continue;
      if (ids.reserve(id)) firstWith.set(id, line);
      else
        this.problem(
          line,
          `The id ${id} stands at line ${firstWith.get(id)} already.`,
          "Give each question an id of its own.",
        );
    }
    const questions = this.drafts.flatMap((draft, index) => {
      const id = draft.id ?? ids.unused(nameOf(draft, index));
      return this.checked({ ...draft.value, id }, draft, check);
    });
    const problems = [...this.problems].sort((a, b) => a.line - b.line);
    return {
      questions,
      problems: problems.slice(0, MOST_PROBLEMS),
      moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
      unsupported: [...this.unsupportedByKind]
        .map(([what, { line, count }]) => ({ line, what, count }))
        .sort((a, b) => a.line - b.line),
    };
  }

  private checked(value: unknown, { line, notes = [] }: Draft, check: QuestionCheck): ParsedQuestion[] {
    const result = questionSource.safeParse(value);
    const message = result.success ? check(result.data) : messageOf(result.error);
    if (message !== null)
      this.problem(line, message, "Change the question in the file and choose the file again.");
    return result.success && message === null
      ? [{ source: result.data, line, notes: [...new Set(notes)] }]
      : [];
  }
}

function nameOf({ names = [] }: Draft, index: number): string {
  for (const name of names) {
    const slug = slugOf(name ?? "");
    if (slug !== "") return slug;
  }
  return `question-${index + 1}`;
}

function messageOf(error: z.ZodError): string {
  const [issue, ...others] = error.issues;
  const more = others.length > 0 ? `; and ${others.length} more` : "";
  const place = issue!.path
    .map((step) => (typeof step === "number" ? `${step + 1}` : String(step)))
    .join(" ");
  return `${place === "" ? "The question" : place} ${wordsFor(issue!)}${more}.`;
}

function wordsFor(issue: z.core.$ZodIssue): string {
  const count = (value: number | bigint) => value.toLocaleString("en");
  switch (issue.code) {
    case "too_big":
      if (issue.origin === "string") return `is longer than ${count(issue.maximum)} characters`;
      return issue.origin === "array"
        ? `has more than ${count(issue.maximum)} entries`
        : `is more than ${count(issue.maximum)}`;
    case "too_small":
      if (issue.origin === "string") return "is empty";
      return issue.origin === "array"
        ? `has fewer than ${count(issue.minimum)} entries`
        : `is less than ${count(issue.minimum)}`;
    case "unrecognized_keys":
      return `has “${issue.keys[0]}”, which Attest does not know`;
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `is not a ${issue.expected}`;
    case "invalid_union":
      return issue.path[0] === "kind"
        ? "is not a kind of question that Attest has"
        : "is not as it should be";
    default:
      return issue.message;
  }
}
