import type { Audience } from "~/features/content/lesson";

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface AudienceNames {
  readonly jobRoles: readonly Named[];
  readonly regions: readonly Named[];
}

/** "Account Executives in EMEA and Asia Pacific"; "Everyone". */
export function audienceWords(audience: Audience, names: AudienceNames): string {
  const jobRoles = namesOf(audience.jobRoles, names.jobRoles).map((name) => `${name}s`);
  const regions = namesOf(audience.regions, names.regions);
  const who = jobRoles.length === 0 ? "Everyone" : listed(jobRoles);
  return regions.length === 0 ? who : `${who} in ${listed(regions)}`;
}

export function readAudience(json: string): Audience {
  const { jobRoles, regions } = JSON.parse(json) as Audience;
  return { jobRoles, regions };
}

function namesOf(ids: readonly string[], named: readonly Named[]): string[] {
  return ids.map((id) => named.find((each) => each.id === id)?.name ?? id);
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
