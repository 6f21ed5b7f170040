import { dayInWords, dayOf } from "~/features/people/calendar";
import type { CertificationStep } from "../certification-definition";
import { type Evidence, metBy } from "../earnable";
import type { OwedStep, Run } from "../owed";
import { stepAddress } from "../step-address";
import type { StepFacts } from "../step-queries.server";

/** A certificate of somebody else to send in, as it stands in this run. Pure. */
export function owedCertificate(
  step: Extract<CertificationStep, { certificate: unknown }>,
  { evidence, sent }: Pick<StepFacts, "evidence" | "sent">,
  run: Run,
): Omit<OwedStep, "anyOf"> {
  const { title, issuer } = step.certificate;
  const of = { kind: "certificate", title, to: stepAddress(run.certificationId, step) } as const;
  const met = metBy(step, evidence, run.since, run.at);
  if (met && lasts(met, run))
    return { ...of, state: "completed", action: "See the certificate", detail: null };
  if (sent === "waiting")
    return {
      ...of,
      state: "waiting",
      action: "See what you sent",
      detail: "You get an e-mail when it is checked",
    };
  if (sent === "refused")
    return {
      ...of,
      state: "not-started",
      action: "Send another one",
      detail: "The last one was not accepted",
    };
  const until = met?.kind === "certificate" ? met.until : null;
  if (met)
    return {
      ...of,
      state: "not-started",
      action: "Send the next one",
      detail: until
        ? `The one that you sent ends on ${dayInWords(dayOf(new Date(until.getTime() - 1), "UTC"))}`
        : "It is looked at anew each time",
    };
  return {
    ...of,
    state: "not-started",
    action: "Send it in",
    detail: issuer ? `Issued by: ${issuer}` : null,
  };
}

/** What ends with the award that is to be renewed, or is all that would renew it, has to be followed by another one. */
function lasts(met: Evidence, { since, previousUntil, othersAnew }: Run): boolean {
  if (met.kind !== "certificate" || since === null) return true;
  if (met.until !== null && previousUntil !== null && met.until <= previousUntil) return false;
  return othersAnew || met.at >= since;
}
