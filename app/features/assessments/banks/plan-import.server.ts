/** A file of questions held against a bank: what would be new, what changes, and what is wrong. Writes nothing. */
import { setImmediate as breathe } from "node:timers/promises";
import { type db, type Tx } from "~/platform/db/client.server";
import { sha256 } from "~/platform/ids.server";
import { MOST_PROBLEMS, type ImportProblem, type ParsedQuestion, type Unsupported } from "../exchange/parsed";
import { parseApart } from "../exchange/parse-apart.server";
import { parseQuestions } from "../exchange/parse-questions";
import { QuestionTextRefused } from "../questions/render-question-text.server";
import { figuresOf } from "./bank-figures.server";
import { compileForBank, type WrittenQuestion } from "./check-source.server";
import type { OwnBank } from "./bank-policy.server";
import type { Upload } from "./import-upload.server";

const BATCH = 500;
/** Up to so many bytes, starting a thread costs more than reading the file does. */
const SMALL = 32_000;
/** So many milliseconds are compiled before others get a turn. */
const AT_ONCE = 10;

export interface ReadQuestion extends Pick<ParsedQuestion, "line" | "notes"> {
  readonly question: WrittenQuestion;
}

export interface ReadFile {
  readonly questions: readonly ReadQuestion[];
  readonly problems: readonly ImportProblem[];
  readonly moreProblems: number;
  readonly unsupported: readonly Unsupported[];
}

/** Other requests are served while a file is parsed and between the questions that are compiled; one file is read at a time. */
export function readFileFor(bank: OwnBank, upload: Upload): Promise<ReadFile> {
  const run = () => readUpload(bank, upload);
  const turn = lastTurn.then(run, run);
  lastTurn = turn.catch(() => undefined);
  return turn;
}
let lastTurn: Promise<unknown> = Promise.resolve();

async function readUpload(bank: OwnBank, { format, bytes }: Upload): Promise<ReadFile> {
  const figures = await figuresOf(bank.id);
  const parsed = bytes.length <= SMALL ? parseQuestions(format, bytes) : await parseApart({ format, bytes });
  const questions: ReadQuestion[] = [];
  const refused: ImportProblem[] = [];
  let since = performance.now();
  for (const { source, line, notes } of parsed.questions) {
    if (performance.now() - since > AT_ONCE) {
      await breathe();
      since = performance.now();
    }
    try {
      questions.push({ question: compileForBank(bank.slug, source, figures), line, notes });
    } catch (error) {
      if (!(error instanceof QuestionTextRefused)) throw error;
      refused.push({ line, message: `${source.id}: ${error.message}`, advice: "Change it in the file." });
    }
  }
  const problems = [...parsed.problems, ...refused].sort((a, b) => a.line - b.line);
  return {
    questions,
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems: parsed.moreProblems + Math.max(0, problems.length - MOST_PROBLEMS),
    unsupported: parsed.unsupported,
  };
}

interface Held {
  readonly questionId: string;
  readonly versionId: string;
  readonly number: number;
  readonly withdrawnAt: Date | null;
}

export interface ImportPlan {
  readonly added: readonly WrittenQuestion[];
  readonly changed: readonly { readonly question: WrittenQuestion; readonly held: Held }[];
  readonly unchanged: number;
  /** Of those that change: they stay withdrawn. */
  readonly withdrawn: number;
  /** What the bank held of these when it was looked at: what is confirmed later is held against it. */
  readonly state: string;
}

export async function planImport(
  reader: typeof db | Tx,
  bank: OwnBank,
  questions: readonly Pick<ReadQuestion, "question">[],
): Promise<ImportPlan> {
  const held = new Map<string, Held>();
  for (let start = 0; start < questions.length; start += BATCH) {
    const ids = questions.slice(start, start + BATCH).map(({ question }) => question.questionId);
    const rows = await reader.bankQuestion.findMany({
      where: { bankId: bank.id, questionId: { in: ids } },
      select: { questionId: true, versionId: true, number: true, withdrawnAt: true },
    });
    for (const row of rows) held.set(row.questionId, row);
  }
  const [added, changed]: [WrittenQuestion[], ImportPlan["changed"][number][]] = [[], []];
  for (const { question } of questions) {
    const row = held.get(question.questionId);
    if (!row) added.push(question);
    else if (row.versionId !== question.id) changed.push({ question, held: row });
  }
  const numbers = [...held.values()].map(({ questionId, number }) => `${questionId} ${number}`).sort();
  return {
    added,
    changed,
    unchanged: questions.length - added.length - changed.length,
    withdrawn: changed.filter(({ held: { withdrawnAt } }) => withdrawnAt !== null).length,
    state: sha256(numbers.join("\n")),
  };
}
