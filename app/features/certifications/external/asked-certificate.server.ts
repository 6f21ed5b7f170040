import { NotFound } from "~/platform/errors";
import { askedStep } from "../asked-step.server";

/** @throws NotFound when no certification in force asks the person for it */
export async function askedCertificate(
  personId: string,
  { certificationId, stepId }: { certificationId: string; stepId: string },
) {
  const { step, ...asked } = await askedStep(personId, { certificationId, key: `certificate ${stepId}` });
  if (!("certificate" in step)) throw new NotFound("certificate");
  return { ...asked, step, certificate: step.certificate };
}
