/** Answers that have not reached the server, kept in the browser tab: they outlive a lost connection and a sign-in. */
export type Fields = readonly (readonly [name: string, value: string])[];
export type Unsent = ReadonlyMap<number, Fields>;
/** By position, the fingerprints of answers that were sent without a reply: the server may have any of them. */
export type InDoubt = ReadonlyMap<number, readonly string[]>;

export interface Kept {
  readonly unsent: Unsent;
  readonly inDoubt: InDoubt;
}

/** Without what is in doubt where nothing is. */
type KeptEntry = [position: number, fields: Fields, inDoubt?: readonly string[]];

const keyOf = (attemptId: string) => `attest-unsent:${attemptId}`;

export function keepUnsent(attemptId: string, { unsent, inDoubt }: Kept): void {
  const entries = [...unsent].map(([position, fields]): KeptEntry => {
    const doubts = inDoubt.get(position);
    return doubts ? [position, fields, doubts] : [position, fields];
  });
  try {
    if (unsent.size === 0) sessionStorage.removeItem(keyOf(attemptId));
    else sessionStorage.setItem(keyOf(attemptId), JSON.stringify(entries));
  } catch {
    /* Storage may be switched off; then they are kept in memory only. */
  }
}

export function readUnsent(attemptId: string): Kept {
  let entries: KeptEntry[] = [];
  try {
    entries = JSON.parse(sessionStorage.getItem(keyOf(attemptId)) ?? "[]") as KeptEntry[];
  } catch {
    /* As above. */
  }
  return {
    unsent: new Map(entries.map(([position, fields]) => [position, fields])),
    inDoubt: new Map(entries.flatMap(([position, , doubts]) => (doubts ? [[position, doubts]] : []))),
  };
}
