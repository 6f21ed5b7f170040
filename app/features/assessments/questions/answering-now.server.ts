/**
 * What somebody is being asked at this moment. Whoever has a question on a paper that is open, in whichever version, is
 * told nothing of what is right in it: not in an earlier result, and not as somebody who writes, marks or examines it.
 */
import { db } from "~/platform/db/client.server";
import { Conflict } from "~/platform/errors";
import { questionVersions } from "./question-versions.server";
import type { Reader } from "../scoring/read-attempts.server";

interface Named {
  readonly bankId: string;
  readonly questionId: string;
}

/** Of the questions that the person has before them; ask with `has`. */
export async function answeringNow(personId: string): Promise<{ has: (question: Named) => boolean }> {
  const items = await db.attemptItem.findMany({
    where: { attempt: { personId, status: "open" } },
    select: { questionVersionId: true },
  });
  const versions = await questionVersions(items.map((item) => item.questionVersionId));
  const names = new Set(items.map(({ questionVersionId }) => nameOf(versions.get(questionVersionId)!)));
  return { has: (question) => names.has(nameOf(question)) };
}

/** The same of one question, where what follows depends on it within a transaction. */
export async function isAnswering(
  tx: Reader,
  personId: string,
  { bankId, questionId }: Named,
): Promise<boolean> {
  const item = await tx.attemptItem.findFirst({
    where: { attempt: { personId, status: "open" }, question: { bankId, questionId } },
    select: { position: true },
  });
  return item !== null;
}

/** @throws Conflict while the person answers one of these questions in a test of their own */
export async function requireNotAnswering(personId: string, questions: readonly Named[]): Promise<void> {
  const now = await answeringNow(personId);
  if (questions.some((question) => now.has(question))) throw sittingTheSame();
}

/** @throws Conflict while the person answers any question of one of these banks */
export async function requireNoneOfBanks(personId: string, bankIds: readonly string[]): Promise<void> {
  const item = await db.attemptItem.findFirst({
    where: { attempt: { personId, status: "open" }, question: { bankId: { in: [...bankIds] } } },
    select: { position: true },
  });
  if (item) throw sittingTheSame();
}

function nameOf({ bankId, questionId }: Named): string {
  return `${bankId} ${questionId}`;
}

function sittingTheSame(): Conflict {
  return new Conflict(
    "sitting-the-same",
    "You are sitting a test with the same questions, and this page would show their answers. Submit your test first, then come back.",
  );
}
