import { type CertificationStep, stepSlug } from "./certification-definition";

/** Where the step is done, for the person whose step it is; null where they do not begin it themselves. */
export function stepAddress(certificationId: string, step: CertificationStep): string | null {
  const slug = stepSlug(step);
  if ("course" in step) return `/courses/${slug}`;
  if ("assessment" in step) return `/assessments/${slug}`;
  if ("statement" in step) return `/statements/${certificationId}/${slug}`;
  if ("certificate" in step) return `/external-certificates/send/${certificationId}/${slug}`;
  return null;
}
