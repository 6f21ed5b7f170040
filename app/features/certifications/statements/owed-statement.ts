import type { CertificationStep } from "../certification-definition";
import { type Evidence, metBy } from "../earnable";
import type { OwedStep, Run } from "../owed";
import { stepAddress } from "../step-address";

/** A statement to accept, as it stands in this run. Pure. */
export function owedStatement(
  step: Extract<CertificationStep, { statement: unknown }>,
  evidence: readonly Evidence[],
  { certificationId, since, at }: Run,
): Omit<OwedStep, "anyOf"> {
  const of = {
    kind: "statement",
    title: step.statement.title,
    to: stepAddress(certificationId, step),
  } as const;
  if (metBy(step, evidence, since, at))
    return { ...of, state: "completed", action: "Read the statement again", detail: null };
  const before = evidence.some((item) => item.kind === "statement");
  const detail = before
    ? "Accepted before; it is accepted anew each time, and whenever its text changes"
    : null;
  return { ...of, state: "not-started", action: "Read the statement", detail };
}
