/** What a page of coverage says. */
import type { Behind } from "./coverage-totals.server";
import type { DutyCounts, DutyState, PersonDuty } from "./duty-states";
import type { Place, RowCursor } from "./coverage-question";

export interface DutySum extends DutyCounts {
  readonly accountabilityId: string;
  readonly title: string;
  readonly jobRoleId: string;
  readonly jobRole: string;
}

/** A line of the heat map: a unit with counts, or a person with states, by accountability. */
export interface HeatRow {
  readonly place: Place;
  readonly name: string;
  readonly cells: Readonly<Record<string, DutyCounts | DutyState>>;
}

export interface StoppedPerson {
  readonly personId: string;
  readonly name: string;
  readonly employeeNumber: string;
  readonly teamName: string | null;
  readonly regionName: string | null;
  readonly duties: readonly PersonDuty[];
}

export interface CoverageAnswer {
  readonly duties: readonly DutySum[];
  readonly rows: readonly HeatRow[];
  readonly nextRow: RowCursor | null;
  readonly stopped: readonly StoppedPerson[];
  readonly nextStopped: { readonly name: string; readonly personId: string } | null;
  /** Null when the totals are exact. */
  readonly behind: Behind | null;
}
