import { type CertificationState, statesIn } from "~/features/certifications/certification-states.server";
import { now } from "~/platform/clock.server";
import { ledPeople } from "./led-people.server";
import { occasionsOf, runOf } from "./occasions";

/** What of a reminder has to be read to see whether it still holds. */
export const TOLD = {
  id: true,
  subjectId: true,
  certificationId: true,
  occasion: true,
  cycle: true,
  teamId: true,
  title: true,
  date: true,
} as const;

export interface Told {
  readonly id: string;
  readonly subjectId: string;
  readonly certificationId: string;
  readonly occasion: string;
  readonly cycle: string;
  readonly teamId: string | null;
}

/** A reminder with the names that hold now. Of people whom somebody no longer leads, they are told nothing. */
type Seen<T extends Told> = T & {
  readonly open: boolean;
  readonly subjectName: string | null;
  readonly teamName: string | null;
};

/**
 * Whether what somebody was told still holds: not done since, still required, and their people still theirs. Beside it how
 * they themselves stand, where it was about them.
 */
export async function seenNow<T extends Told>(
  recipientId: string,
  told: readonly T[],
): Promise<{ items: Seen<T>[]; own: CertificationState[] }> {
  if (told.length === 0) return { items: [], own: [] };
  const t = now();
  const asOf = { effective: t, known: t };
  const leads = told.some(({ teamId }) => teamId !== null);
  const [states, led] = await Promise.all([
    statesIn({ personIds: [...new Set(told.map(({ subjectId }) => subjectId))] }, asOf, recipientId),
    leads ? ledPeople([recipientId], asOf) : [],
  ]);
  const open = new Set(
    states.flatMap((state) =>
      occasionsOf(state).map(({ occasion, cycle }) =>
        keyOf({ subjectId: state.personId, certificationId: state.certificationId, occasion, cycle }),
      ),
    ),
  );
  const items = told.flatMap((each): Seen<T>[] => {
    const still = open.has(keyOf(each));
    if (each.teamId === null) return [{ ...each, open: still, subjectName: null, teamName: null }];
    const person = led.find(({ personId }) => personId === each.subjectId);
    return person ? [{ ...each, open: still, subjectName: person.name, teamName: person.teamName }] : [];
  });
  const place = new Map(led.map(({ personId }, index) => [personId, index]));
  /* Oneself first, and then by team and name. */
  const placeOf = ({ teamId, subjectId }: Told) => (teamId === null ? -1 : place.get(subjectId)!);
  items.sort((a, b) => placeOf(a) - placeOf(b));
  return { items, own: states.filter(({ personId }) => personId === recipientId) };
}

function keyOf(told: Omit<Told, "id" | "teamId">): string {
  return [told.subjectId, told.certificationId, told.occasion, runOf(told)].join(" ");
}
