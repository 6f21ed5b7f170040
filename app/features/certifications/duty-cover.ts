/** Duties that nobody is taught, or that nothing shows; and what is named that is not there. Pure. */
import type { ContentFinding } from "~/platform/content-finding";
import type { Find } from "./read-yaml-folder.server";

export interface DutyRole {
  readonly find: Find;
  readonly accountabilities: readonly Duty[];
}

interface Duty {
  readonly id: string;
  readonly evidence?: string | undefined;
  readonly requires: readonly { readonly certification: string }[];
}

/** A name in a course's course.yaml, and where it stands. */
export interface NamedDuty {
  readonly file: string;
  readonly line: number;
  readonly accountability: string;
}

/** @param taught what the courses name */
export function uncoveredDuties(roles: readonly DutyRole[], taught: readonly NamedDuty[]): ContentFinding[] {
  const named = new Set(taught.map(({ accountability }) => accountability));
  return roles.flatMap(({ accountabilities, find }) =>
    accountabilities.flatMap(({ id, evidence, requires }, index) => {
      const at = ["accountabilities", index, "id"];
      const unshown = find(
        at,
        `Nothing shows that somebody meets ${id}.`,
        "Require a certification for it, or say under evidence how else it is shown.",
      );
      const untaught = find(
        at,
        `No course teaches ${id}.`,
        "Name it under accountabilities in the course that does, or write one.",
      );
      return [
        ...(requires.length === 0 && evidence === undefined ? [unshown] : []),
        ...(named.has(id) ? [] : [untaught]),
      ];
    }),
  );
}

export function unknownDuties(roles: readonly DutyRole[], taught: readonly NamedDuty[]): ContentFinding[] {
  const known = new Set(roles.flatMap(({ accountabilities }) => accountabilities.map(({ id }) => id)));
  return taught
    .filter(({ accountability }) => !known.has(accountability))
    .map(({ file, line, accountability }) => ({
      file,
      line,
      message: `There is no accountability ${accountability} in content/roles.`,
      advice: "Use the id of an accountability of a job role.",
    }));
}

export function unknownCertifications(
  roles: readonly DutyRole[],
  known: ReadonlySet<string>,
): ContentFinding[] {
  return roles.flatMap(({ accountabilities, find }) =>
    accountabilities.flatMap(({ requires }, duty) =>
      requires.flatMap(({ certification }, index) =>
        known.has(certification)
          ? []
          : find(
              ["accountabilities", duty, "requires", index, "certification"],
              `There is no certification ${certification}.`,
              "Use the id of a file in certifications/.",
            ),
      ),
    ),
  );
}
