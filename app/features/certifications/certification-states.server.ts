/** Standings of many people, now or as of two dates, in two queries. */
import { now } from "~/platform/clock.server";
import type { Tx } from "~/platform/db/client.server";
import {
  type Award,
  findAwards,
  findObligations,
  type Obligation,
  type Scope,
} from "./certification-facts.server";
import type { CertificationDefinition } from "./certification-definition";
import { type AsOf, type Standing, standing } from "./certification-rules";
import { readEquivalents } from "./equivalents";

export interface CertificationState extends Standing {
  readonly personId: string;
  readonly certificationId: string;
  readonly certificationTitle: string;
  /** Why it is required, one row a duty; none when it is held without being required. */
  readonly obligations: readonly Obligation[];
  readonly awards: readonly Award[];
}

/** Every certification that each person is required to hold or has held. It checks no permission: the caller has. */
export function certificationStates(
  personIds: readonly string[],
  asOf?: AsOf,
): Promise<CertificationState[]> {
  return statesIn({ personIds }, asOf);
}

/** `definitionsFor`: the person whose obligations carry what the certification asks for. */
export async function statesIn(
  scope: Scope,
  asOf: AsOf = { effective: now(), known: now() },
  definitionsFor: string | null = null,
): Promise<CertificationState[]> {
  const [obligations, awards] = await Promise.all([
    findObligations(scope, asOf, definitionsFor),
    findAwards(scope, asOf.known),
  ]);
  return statesOf(obligations, awards, asOf);
}

/** Of one person, inside a transaction, which asks one thing after the other. */
export async function statesInTurn(tx: Tx, personId: string): Promise<CertificationState[]> {
  const [scope, asOf] = [{ personIds: [personId] }, { effective: now(), known: now() }];
  const obligations = await findObligations(scope, asOf, null, tx);
  return statesOf(obligations, await findAwards(scope, asOf.known, undefined, tx), asOf);
}

function statesOf(
  obligations: readonly Obligation[],
  awards: readonly Award[],
  asOf: AsOf,
): CertificationState[] {
  const groups = new Map<string, { obligations: Obligation[]; awards: Award[] }>();
  const groupOf = ({ personId, certificationId }: { personId: string; certificationId: string }) => {
    const key = `${personId} ${certificationId}`;
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { obligations: [], awards: [] }));
    return group;
  };
  for (const obligation of obligations) groupOf(obligation).obligations.push(obligation);
  for (const award of awards) groupOf(award).awards.push(award);

  return [...groups.values()].map((group): CertificationState => {
    const { personId, certificationId } = group.obligations[0] ?? group.awards[0]!;
    const certificationTitle = group.obligations[0]?.certificationTitle ?? group.awards.at(-1)!.title;
    const equivalent = readEquivalents(group.obligations[0]?.equivalents ?? "[]").flatMap(
      (id) => groups.get(`${personId} ${id}`)?.awards ?? [],
    );
    const stands = standing(group.awards, group.obligations, asOf, equivalent);
    return { personId, certificationId, certificationTitle, ...group, ...stands };
  });
}

/** Where the person stands at one certification, also where they neither need nor have held it. */
export function stateIn(
  states: readonly CertificationState[],
  { personId, definition }: { readonly personId: string; readonly definition: CertificationDefinition },
  at: Date,
): CertificationState {
  const { id: certificationId, title: certificationTitle } = definition;
  const found = states.find((state) => state.certificationId === certificationId);
  if (found) return found;
  const stands = standing([], [], { effective: at, known: at });
  return { personId, certificationId, certificationTitle, obligations: [], awards: [], ...stands };
}
