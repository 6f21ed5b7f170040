import { freeSlug, slugOf } from "~/features/publishing/draft-rules";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { followBank, type Followed } from "../authoring/follow-bank.server";
import { addQuestionVersions } from "../questions/add-question-versions.server";
import type { QuestionSource } from "../questions/question-source";
import { bankBounds } from "./bank-bounds";
import { figuresOf } from "./bank-figures.server";
import { lockBank, openBank } from "./bank-policy.server";
import { compileForBank } from "./check-source.server";

export interface SaveQuestion {
  readonly bank: string;
  /** Its `number` as the author saw it; null for a new question. */
  readonly number: number | null;
  readonly source: QuestionSource;
  /** The id was made from the prompt: a free one near it will do. */
  readonly anyId?: boolean;
}

export interface SavedQuestion {
  readonly questionId: string;
  readonly followed: Followed;
  /** False when it was saved as it is. */
  readonly changed: boolean;
}

/**
 * Makes a version of the question the one in force, in its bank and in every test that draws from it.
 * @throws Conflict when somebody saved it since the author opened it; QuestionTextRefused; Invalid when the id is taken
 */
export async function saveQuestion(actor: Actor, input: SaveQuestion): Promise<SavedQuestion> {
  const { id } = await openBank(actor, input.bank);
  const figures = await figuresOf(id);
  const { number } = input;
  return transaction(async (tx) => {
    const bank = await lockBank(tx, actor, input.bank);
    const questionId = number === null ? await newQuestionId(tx, bank.id, input) : input.source.id;
    const question = compileForBank(bank.slug, { ...input.source, id: questionId }, figures);
    const row = { bankId: bank.id, questionId };
    if (
      number !== null &&
      (await tx.bankQuestion.count({ where: { ...row, number, versionId: question.id } })) > 0
    )
      return { questionId, followed: { updated: [], kept: [] }, changed: false };
    await addQuestionVersions(tx, [question]);
    if (number === null) {
      await tx.bankQuestion.create({
        data: { ...row, versionId: question.id, updatedAt: now() },
        select: { number: true },
      });
    } else {
      const { count } = await tx.bankQuestion.updateMany({
        where: { ...row, number },
        data: { versionId: question.id, number: number + 1, updatedAt: now() },
      });
      if (count !== 1) throw await notSaved(tx, row);
    }
    return { questionId, followed: await followBank(tx, bank), changed: true };
  });
}

async function newQuestionId(tx: Tx, bankId: string, { source, anyId }: SaveQuestion): Promise<string> {
  const base = anyId ? slugOf(source.prompt).slice(0, 50).replace(/-$/, "") || "question" : source.id;
  const near = await tx.bankQuestion.findMany({
    where: { bankId, questionId: { startsWith: base } },
    select: { questionId: true },
  });
  if ((await tx.bankQuestion.count({ where: { bankId } })) >= bankBounds.questions)
    throw new Invalid(
      "bank-full",
      `A bank holds at most ${bankBounds.questions} questions. Put this one in another bank.`,
    );
  /* “new” is the form's own address. */
  const taken = new Set(["new", ...near.map(({ questionId }) => questionId)]);
  if (anyId) return freeSlug(base, taken);
  if (!taken.has(base)) return base;
  const message = `The id “${base}” is taken already. Choose another, or leave it empty.`;
  throw new Invalid("question-id", message, { id: [message] });
}

async function notSaved(tx: Tx, row: { bankId: string; questionId: string }): Promise<Error> {
  const there = await tx.bankQuestion.findUnique({
    where: { bankId_questionId: row },
    select: { number: true },
  });
  if (!there) return new NotFound("question");
  return new Conflict(
    "question-conflict",
    "This question was saved in another tab or by somebody else since you opened it. What you typed is still here: save again to replace the other version, or reload the page to see it.",
  );
}
