import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { askedStep } from "../asked-step.server";

export type AskedStatement = Awaited<ReturnType<typeof askedStatement>>;

/** @throws NotFound when no certification in force asks the actor for it */
export async function askedStatement(
  { personId }: Actor,
  { certificationId, statementId }: { certificationId: string; statementId: string },
) {
  const { step, ...asked } = await askedStep(personId, { certificationId, key: `statement ${statementId}` });
  if (!("statement" in step)) throw new NotFound("statement");
  return { ...asked, step, statement: step.statement };
}
