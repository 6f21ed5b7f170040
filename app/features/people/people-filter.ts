export const PERSON_STATES = ["here", "invited", "left", "all"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export interface PeopleFilter {
  q: string;
  team: string;
  region: string;
  jobRole: string;
  state: PersonState;
  order: "asc" | "desc";
  /** The last row of the page before. */
  after: { name: string; id: string } | null;
}

const LONGEST = 200;

/** From an address; anything unknown there counts as not given. */
export function readPeopleFilter(params: URLSearchParams): PeopleFilter {
  const text = (key: string) => (params.get(key) ?? "").trim().slice(0, LONGEST);
  const state = PERSON_STATES.find((known) => known === params.get("state")) ?? "here";
  const id = text("after-id");
  return {
    q: text("q"),
    team: text("team"),
    region: text("region"),
    jobRole: text("job-role"),
    state,
    order: params.get("order") === "desc" ? "desc" : "asc",
    after: id ? { name: params.get("after-name") ?? "", id } : null,
  };
}

/** The address of the same list from another row on, or in another order from its beginning. */
export function peopleAddress(filter: PeopleFilter, change: Partial<PeopleFilter>): string {
  const { q, team, region, jobRole, state, order, after } = { ...filter, ...change };
  const params = new URLSearchParams();
  const given = { q, team, region, "job-role": jobRole, state: state === "here" ? "" : state };
  for (const [key, value] of Object.entries(given)) if (value) params.set(key, value);
  if (order === "desc") params.set("order", "desc");
  if (after) {
    params.set("after-name", after.name);
    params.set("after-id", after.id);
  }
  const query = params.toString();
  return query ? `/admin/people?${query}` : "/admin/people";
}
