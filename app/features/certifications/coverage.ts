/** Which people each accountability can be relied on for. Pure. */
import type { CertificationState } from "./certification-states.server";
import type { CertificationStatus } from "./certification-rules";

export interface Coverage {
  readonly accountabilityId: string;
  readonly title: string;
  readonly jobRole: string;
  /** People who hold everything that it requires of them. */
  readonly covered: number;
  readonly total: number;
  /** People who lack something they still have time to earn. */
  readonly inTime: number;
  /** Who must stop the work it names, and what each lacks. */
  readonly gaps: readonly Gap[];
}

interface Gap {
  readonly personId: string;
  readonly name: string;
  readonly lacks: readonly { readonly title: string; readonly status: CertificationStatus }[];
}

/** The least covered first. */
export function coverageOf(states: readonly CertificationState[]): Coverage[] {
  const duties = new Map<string, { title: string; jobRole: string; people: Map<string, Held> }>();
  for (const state of states)
    for (const duty of state.obligations) {
      const { accountabilityId, accountabilityTitle: title, jobRoleName: jobRole } = duty;
      if (accountabilityId === null) continue;
      const entry = duties.get(accountabilityId) ?? {
        title: title!,
        jobRole: jobRole!,
        people: new Map<string, Held>(),
      };
      duties.set(accountabilityId, entry);
      const person = entry.people.get(duty.personId) ?? { name: duty.personName, states: new Set() };
      person.states.add(state);
      entry.people.set(duty.personId, person);
    }
  return [...duties]
    .map(([accountabilityId, { title, jobRole, people }]) => ({
      accountabilityId,
      title,
      jobRole,
      ...count(people),
    }))
    .sort((a, b) => b.gaps.length - a.gaps.length || share(a) - share(b) || a.title.localeCompare(b.title));
}

interface Held {
  name: string;
  states: Set<CertificationState>;
}

function count(people: ReadonlyMap<string, Held>): Pick<Coverage, "covered" | "total" | "inTime" | "gaps"> {
  let covered = 0;
  const gaps: Gap[] = [];
  for (const [personId, { name, states }] of people) {
    const all = [...states];
    const lacks = all.filter(({ uncovered }) => uncovered);
    if (all.every(({ status }) => status === "valid")) covered++;
    else if (lacks.length > 0)
      gaps.push({
        personId,
        name,
        lacks: lacks.map(({ certificationTitle: title, status }) => ({ title, status })),
      });
  }
  gaps.sort((a, b) => a.name.localeCompare(b.name));
  return { covered, total: people.size, inTime: people.size - covered - gaps.length, gaps };
}

function share({ covered, total }: { covered: number; total: number }): number {
  return covered / total;
}
