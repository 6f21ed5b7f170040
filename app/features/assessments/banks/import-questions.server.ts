import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";
import { followBank, type Followed } from "../authoring/follow-bank.server";
import { addQuestionVersions } from "../questions/add-question-versions.server";
import type { QuestionKey, QuestionKind, ServedQuestion } from "../questions/question";
import type { ExchangeFormat, ImportProblem, Unsupported } from "../exchange/parsed";
import { bankBounds } from "./bank-bounds";
import { lockBank, openBank, type OwnBank } from "./bank-policy.server";
import { detectFormat } from "./detect-format";
import { keepUpload, uploadOf } from "./import-upload.server";
import { planImport, readFileFor, type ImportPlan } from "./plan-import.server";
import { servedAlone } from "./served-alone";

const BATCH = 500;
const SHOWN = 20;
const imports = {
  points: 30,
  seconds: 600,
  message:
    "Many files were read from your account in the last minutes. Nothing of this one was stored; please wait a little and send it again.",
};

export interface ImportPreview {
  /** Of the file as it is kept until it is confirmed. */
  readonly upload: string;
  readonly state: string;
  readonly format: ExchangeFormat;
  readonly kinds: readonly { readonly kind: QuestionKind; readonly count: number }[];
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly problems: readonly ImportProblem[];
  readonly moreProblems: number;
  readonly unsupported: readonly Unsupported[];
  readonly first: readonly {
    readonly questionId: string;
    readonly line: number;
    readonly notes: readonly string[];
    readonly question: ServedQuestion;
    readonly key: QuestionKey;
  }[];
}

export interface ImportFile {
  readonly bank: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Null to find out. */
  readonly format: ExchangeFormat | null;
}

/** Reads a file and says what it would do to the bank. Nothing is in the bank until it is confirmed. */
export async function previewImport(actor: Actor, file: ImportFile): Promise<ImportPreview> {
  const bank = await openBank(actor, file.bank);
  if (file.bytes.length === 0) {
    const message = file.name ? `${file.name} is empty.` : "Choose a file, or paste the questions.";
    throw new Invalid("no-file", message, { file: [message] });
  }
  await limit("bank-import", actor.personId, imports);
  const format = file.format ?? detectFormat(file.name, file.bytes);
  const upload = await keepUpload(actor, bank, { bytes: file.bytes, format });
  return previewOf(bank, upload, { format, bytes: file.bytes });
}

async function previewOf(
  bank: OwnBank,
  upload: string,
  { format, bytes }: { format: ExchangeFormat; bytes: Uint8Array },
): Promise<ImportPreview> {
  const { questions, ...found } = await readFileFor(bank, { format, bytes });
  const { added, changed, ...plan } = await planImport(db, bank, questions);
  const kinds = new Map<QuestionKind, number>();
  for (const {
    question: { kind },
  } of questions)
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return {
    ...found,
    ...plan,
    upload,
    format,
    kinds: [...kinds].map(([kind, count]) => ({ kind, count })),
    added: added.length,
    changed: changed.length,
    first: questions.slice(0, SHOWN).map(({ question: { questionId, body, key }, line, notes }, index) => ({
      questionId,
      line,
      notes,
      question: { ...servedAlone(body), position: index + 1 },
      key,
    })),
  };
}

export interface ConfirmImport {
  readonly bank: string;
  readonly upload: string;
  readonly state: string;
}

export interface Imported {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly followed: Followed;
}

/**
 * Brings all questions of a file that was looked at into the bank, or none. Confirming twice changes nothing more.
 * @throws Conflict when the bank's questions of the same ids changed since; Invalid while the file has problems
 */
export async function confirmImport(actor: Actor, input: ConfirmImport): Promise<Imported> {
  const own = await openBank(actor, input.bank);
  await limit("bank-import", actor.personId, imports);
  const { questions, problems } = await readFileFor(own, await uploadOf(actor, own, input.upload));
  if (problems.length > 0)
    throw new Invalid(
      "import-problems",
      "The file has problems, so nothing of it was saved. Mend them and choose it again.",
    );
  return transaction(async (tx) => {
    const bank = await lockBank(tx, actor, input.bank);
    const plan = await planImport(tx, bank, questions);
    const { added, changed, unchanged, state } = plan;
    const counts = { added: added.length, changed: changed.length, unchanged };
    if (added.length + changed.length === 0) return { ...counts, followed: { updated: [], kept: [] } };
    if (state !== input.state)
      throw new Conflict(
        "import-conflict",
        "Questions of this bank were changed since you looked at the file. Nothing was saved: choose the file again to see what it would change now.",
      );
    await write(tx, bank, plan);
    return { ...counts, followed: await followBank(tx, bank) };
  });
}

async function write(tx: Tx, { id: bankId }: OwnBank, { added, changed }: ImportPlan): Promise<void> {
  await addQuestionVersions(tx, [...added, ...changed.map(({ question }) => question)]);
  const updatedAt = now();
  /* Rows are replaced in batches: an update for each of ten thousand would hold the bank for too long. */
  for (let start = 0; start < changed.length; start += BATCH) {
    const part = changed.slice(start, start + BATCH);
    const ids = part.map(({ question }) => question.questionId);
    await tx.bankQuestion.deleteMany({ where: { bankId, questionId: { in: ids } } });
    await tx.bankQuestion.createMany({
      data: part.map(({ question: { questionId, id: versionId }, held: { number, withdrawnAt } }) => ({
        bankId,
        questionId,
        versionId,
        number: number + 1,
        withdrawnAt,
        updatedAt,
      })),
    });
  }
  for (let start = 0; start < added.length; start += BATCH)
    await tx.bankQuestion.createMany({
      data: added.slice(start, start + BATCH).map(({ questionId, id: versionId }) => ({
        bankId,
        questionId,
        versionId,
        updatedAt,
      })),
    });
  if ((await tx.bankQuestion.count({ where: { bankId } })) > bankBounds.questions)
    throw new Invalid(
      "bank-full",
      `A bank holds at most ${bankBounds.questions} questions. Nothing was saved: import into another bank.`,
    );
}
