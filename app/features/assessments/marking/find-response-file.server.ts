import { may, type Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import type { Answer } from "../questions/question";
import { candidateCode } from "./candidate-code";

export interface ResponseFileFound {
  readonly hash: string;
  readonly name: string;
}

/**
 * A file that was handed in as an answer: for the person, for auditors and administrators, and, once it is submitted,
 * for those who mark. Who marks gets it under a name that says nothing of the person.
 * @throws NotFound
 */
export async function findResponseFile(
  actor: Actor,
  { attemptId, position }: { attemptId: string; position: number },
): Promise<ResponseFileFound> {
  if (!Number.isInteger(position) || position < 1 || position > 10_000) throw new NotFound("file");
  const item = await db.attemptItem.findUnique({
    where: { attemptId_position: { attemptId, position } },
    select: { answer: true, attempt: { select: { personId: true, status: true } } },
  });
  const answer = item?.answer ? (JSON.parse(item.answer) as Answer) : null;
  if (!item || !answer || !("file" in answer)) throw new NotFound("file");
  const { hash, name } = answer.file;
  if (item.attempt.personId === actor.personId) return { hash, name };
  const marks = may(actor, "manager") || may(actor, "admin");
  if (item.attempt.status !== "submitted" || !(marks || may(actor, "auditor"))) throw new NotFound("file");
  const ending = /\.\w+$/.exec(name)?.[0].toLowerCase() ?? "";
  return { hash, name: marks ? `${candidateCode(attemptId)}-question-${position}${ending}` : name };
}
