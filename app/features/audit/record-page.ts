/** A page of the list of records. */
export interface RecordRow {
  readonly id: string;
  readonly kind: string;
  readonly outcome: string;
  readonly personName: string;
  readonly employeeNumber: string;
  readonly teamName: string | null;
  readonly regionName: string | null;
  readonly jobRoleName: string | null;
  readonly title: string;
  readonly edition: string;
  readonly score: number | null;
  readonly validUntil: Date | null;
  readonly occurredAt: Date;
}

export interface RecordPage {
  readonly rows: readonly RecordRow[];
  /** Query strings; null where there is no such page. */
  readonly next: string | null;
  readonly previous: string | null;
  /** How many match; null when there are more than are counted. */
  readonly total: number | null;
}
