import { organisationNames } from "~/features/people/organisation-names.server";
import type { Audience } from "~/features/content/lesson";
import { Invalid } from "~/platform/errors";

/** @throws Invalid when a job role or region does not exist (any more) */
export async function checkAudience({ jobRoles, regions }: Audience): Promise<Audience> {
  const known = await organisationNames();
  const fields: Record<string, string[]> = {};
  if (!jobRoles.every((id) => known.jobRoles.some((each) => each.id === id)))
    fields.jobRoles = ["One of these job roles does not exist any more. Choose again."];
  if (!regions.every((id) => known.regions.some((each) => each.id === id)))
    fields.regions = ["One of these regions does not exist any more. Choose again."];
  if (Object.keys(fields).length > 0)
    throw new Invalid("unknown-audience", Object.values(fields).flat().join(" "), fields);
  return { jobRoles: [...new Set(jobRoles)].sort(), regions: [...new Set(regions)].sort() };
}
