import { readEvidence } from "./involved.server";

/** What was met and put to decision, and not awarded. */
export interface Refusal {
  readonly certificationId: string;
  /** Of the evidence that it was put with. */
  readonly records: readonly string[];
  readonly reason: string;
}

/** Read along with the steps. */
export interface RefusedRow {
  kind: "refusal";
  /** The certification. */
  id: string;
  /** The evidence. */
  text: string;
  reason: string;
}

export function refusalOf({ id, text, reason }: RefusedRow): Refusal {
  return { certificationId: id, records: readEvidence(text).map(({ record }) => record), reason };
}
