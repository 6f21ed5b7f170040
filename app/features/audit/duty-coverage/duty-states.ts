/** What each person's duties stand at, from the standings of their certifications. Pure. */
import type { CertificationState } from "~/features/certifications/certification-states.server";
import type { CertificationStatus } from "~/features/certifications/certification-rules";

export type DutyState = "met" | "due" | "lapsed";
export type DutyCounts = Readonly<Record<DutyState, number>>;

export interface PersonDuty {
  readonly personId: string;
  readonly accountabilityId: string;
  readonly title: string;
  readonly jobRole: string;
  readonly state: DutyState;
  readonly needs: readonly Need[];
}

interface Need {
  readonly certificationId: string;
  readonly title: string;
  readonly status: CertificationStatus;
  /** The work has to stop for the lack of it. */
  readonly uncovered: boolean;
  readonly dueBy: Date | null;
}

/** Met with everything that it requires; lapsed when the work has to stop for any of it. */
export function dutyStates(states: readonly CertificationState[]): PersonDuty[] {
  const duties = new Map<string, { duty: Omit<PersonDuty, "state" | "needs">; needs: Map<string, Need> }>();
  for (const state of states)
    for (const { personId, accountabilityId, accountabilityTitle, jobRoleName } of state.obligations) {
      if (accountabilityId === null) continue;
      const key = `${personId} ${accountabilityId}`;
      let found = duties.get(key);
      if (!found) {
        const duty = { personId, accountabilityId, title: accountabilityTitle!, jobRole: jobRoleName! };
        duties.set(key, (found = { duty, needs: new Map() }));
      }
      const { certificationId, certificationTitle: title, status, uncovered, dueBy } = state;
      found.needs.set(certificationId, { certificationId, title, status, uncovered, dueBy });
    }
  return [...duties.values()].map(({ duty, needs }) => {
    const all = [...needs.values()];
    return { ...duty, state: stateOf(all), needs: all };
  });
}

function stateOf(needs: readonly Need[]): DutyState {
  if (needs.some(({ uncovered }) => uncovered)) return "lapsed";
  return needs.every(({ status }) => status === "valid") ? "met" : "due";
}

export function countDuties(duties: readonly Pick<PersonDuty, "accountabilityId" | "state">[]) {
  const counts = new Map<string, Record<DutyState, number>>();
  for (const { accountabilityId, state } of duties) {
    let count = counts.get(accountabilityId);
    if (!count) counts.set(accountabilityId, (count = { met: 0, due: 0, lapsed: 0 }));
    count[state]++;
  }
  return counts;
}
