/** What happens to certificates: suspension and its end, revocation, giving back and correction of dates. */
import { type PlainAward, plainAward } from "../../tests/setup/plain-standing";
import type { SeededRandom } from "../portal/seeded-random";
import { DAY, type SimulatedEvent } from "./events";
import type { ReferencePerson, SimulatedAward } from "./reference-person";

/** Of one certificate on a working day. */
const CHANCES = { suspended: 0.0006, revoked: 0.0003, surrendered: 0.0002, corrected: 0.0003 };
const LIFTED = { reinstated: 0.06, revoked: 0.01 };

/** At the most one of one certificate. */
export function changesOfAwards(
  person: ReferencePerson,
  t: Date,
  at: Date,
  random: SeededRandom,
  liveliness: number,
): SimulatedEvent[] {
  for (const award of person.awards) {
    const seen = plainAward(award, { effective: t, known: t });
    if (!seen || seen.until <= at.getTime() || !["", "suspended"].includes(seen.stop)) continue;
    const kind = pick(seen.stop ? LIFTED : CHANCES, random, seen.stop ? 1 : liveliness);
    if (!kind) continue;
    const { certification } = award;
    const ref = { person: person.key, certification, number: person.awardsOf(certification).indexOf(award) };
    if (kind === "corrected") {
      const until = new Date(seen.until - random.between(0, 20) * DAY);
      const from = new Date(seen.from);
      return until > from && until > at ? [{ kind, at, person: person.key, award: ref, from, until }] : [];
    }
    const effectiveAt = random.next() < 0.3 ? earlier(award, seen, at, random) : at;
    return [{ kind, at, person: person.key, award: ref, effectiveAt }];
  }
  return [];
}

type Change = "suspended" | "reinstated" | "revoked" | "surrendered" | "corrected";

function pick(chances: Partial<Record<Change, number>>, random: SeededRandom, times: number): Change | null {
  let left = random.next();
  for (const [kind, chance] of Object.entries(chances) as [Change, number][]) {
    left -= chance * times;
    if (left < 0) return kind;
  }
  return null;
}

/** Some days ago, but not before what happened to it last. */
function earlier(award: SimulatedAward, seen: PlainAward, at: Date, random: SeededRandom): Date {
  const last =
    award.events
      .filter(({ kind }) => kind !== "corrected")
      .at(-1)
      ?.effectiveAt.getTime() ?? seen.from;
  return new Date(Math.max(last, at.getTime() - random.between(1, 10) * DAY));
}
