import type { ResponseFileFound } from "~/features/assessments/marking/find-response-file.server";
import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { findSignOff } from "./find-sign-off.server";

/** A file that was attached as evidence: for whoever may open the sign-off. @throws NotFound */
export async function findEvidenceFile(
  actor: Actor,
  { signOffId, criterionId }: { readonly signOffId: string; readonly criterionId: string },
): Promise<ResponseFileFound> {
  const { marks } = await findSignOff(actor, signOffId);
  const file = marks.get(criterionId)?.file;
  if (!file) throw new NotFound("file");
  return { hash: file.hash, name: file.name };
}
