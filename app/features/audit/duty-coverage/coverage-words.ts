/** What a page of coverage is called, where it leads up to, and what its rows are. Pure. */
import { may, type Actor } from "~/features/people/actor";
import type { CoverageScope } from "./coverage-scope.server";
import type { Place } from "./coverage-question";
import { NO_TEAM } from "./no-team";

interface Step {
  readonly label: string;
  readonly place: Place | null;
}

export function titleOf(scope: CoverageScope): string {
  if (scope.kind === "company") return "Coverage of the company";
  if (scope.kind === "mine") return "Coverage of your teams";
  const { name } = scope.kind === "region" ? scope.region : scope.kind === "team" ? scope.team : scope.person;
  return `Coverage: ${name}`;
}

/** The units around this one, the largest first. */
export function trailOf(scope: CoverageScope): Step[] {
  if (scope.kind === "company" || scope.kind === "mine") return [];
  const top: Step = { label: "Coverage", place: null };
  const region = scope.kind === "region" ? null : scope.region;
  const team = scope.kind === "person" ? scope.team : null;
  return [
    top,
    ...(region ? [{ label: region.name, place: { kind: "region", id: region.id } as const }] : []),
    ...(team ? [{ label: team.name, place: { kind: "team", id: team.id } as const }] : []),
  ];
}

export function unitOf({ kind }: CoverageScope): string {
  return kind === "company" ? "Region" : kind === "region" || kind === "mine" ? "Team" : "Person";
}

export function placeOf(scope: CoverageScope): Place | null {
  if (scope.kind === "region") return { kind: "region", id: scope.region.id || NO_TEAM.id };
  if (scope.kind === "team") return { kind: "team", id: scope.team.id };
  return scope.kind === "person" ? { kind: "person", id: scope.person.id } : null;
}

/** Where to go on from a person: whoever leads them today sees what is left to do, and administrators what is held. */
export function personLink(actor: Actor, scope: CoverageScope, isToday: boolean) {
  if (scope.kind !== "person") return null;
  const leads = may(actor, "manager") && scope.team && actor.managedTeamIds.includes(scope.team.id);
  if (leads && isToday) return { to: `/team/${scope.person.id}`, label: "See what is left to do" };
  return may(actor, "admin")
    ? { to: `/admin/people/${scope.person.id}`, label: "Open the person’s page" }
    : null;
}
