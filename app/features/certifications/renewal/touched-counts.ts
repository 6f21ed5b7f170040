/** How many a revision would touch, by its kind and by team. Pure. */
import { type ChangeKind, changeKinds } from "~/features/content/revisions/change-kinds";

/** What a revision of a kind would ask of who completed `base`. */
export type Asking = (
  base: string,
  kind: ChangeKind,
) => { kind: "nothing" | "delta" | "full"; lessons: number };

interface Group {
  readonly team: string;
  /** The revision that they completed last. */
  readonly completed: string | null;
  readonly certified: number;
  readonly people: number | bigint;
}

export interface KindCounts {
  /** Of who completed the course: whom it asks nothing that they do not owe already, some lessons, everything. */
  readonly keep: number;
  readonly delta: number;
  readonly full: number;
}

export interface TouchedCounts {
  readonly people: number;
  readonly completed: number;
  readonly certified: number;
  readonly underway: number;
  /** Of who completed the course: who owes something of an earlier revision still. */
  readonly behind: number;
  readonly byKind: Readonly<Record<ChangeKind, KindCounts>>;
  readonly byTeam: readonly { team: string; people: number; certified: number }[];
}

export function countTouched(groups: readonly Group[], ask: Asking): TouchedCounts {
  const sum = (of: readonly Group[]) => of.reduce((total, { people }) => total + Number(people), 0);
  const isCertified = ({ certified }: Group) => Number(certified) === 1;
  const completed = groups.filter((group) => group.completed !== null);
  const countsOf = (kind: ChangeKind): KindCounts => {
    const anew = (what: "delta" | "full") =>
      sum(
        completed.filter(
          ({ completed: base }) => ask(base!, kind).kind === what && !isOwedAlready(ask, base!, kind),
        ),
      );
    const [delta, full] = [anew("delta"), anew("full")];
    return { keep: sum(completed) - delta - full, delta, full };
  };
  const teams = [...new Set(groups.map(({ team }) => team))];
  return {
    people: sum(groups),
    completed: sum(completed),
    certified: sum(groups.filter(isCertified)),
    underway: sum(groups.filter((group) => group.completed === null && !isCertified(group))),
    behind: sum(completed.filter((group) => ask(group.completed!, "editorial").kind !== "nothing")),
    byKind: Object.fromEntries(changeKinds.map((kind) => [kind, countsOf(kind)])) as Record<
      ChangeKind,
      KindCounts
    >,
    byTeam: teams.map((team) => {
      const members = groups.filter((group) => group.team === team);
      return { team, people: sum(members), certified: sum(members.filter(isCertified)) };
    }),
  };
}

/** An editorial revision asks nothing by itself: what it would leave to do is owed of earlier ones. */
export function isOwedAlready(ask: Asking, base: string, kind: ChangeKind): boolean {
  const [next, before] = [ask(base, kind), ask(base, "editorial")];
  return next.kind === before.kind && next.lessons === before.lessons;
}
