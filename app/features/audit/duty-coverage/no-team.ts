/** What stands for people without a team in an address. */
export const NO_TEAM = { id: "no-team", name: "Without a team" };
