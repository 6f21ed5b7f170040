/** Answers that have not reached the server, kept in the browser tab: they outlive a lost connection and a sign-in. */
export type Fields = readonly (readonly [name: string, value: string])[];
export type Unsent = ReadonlyMap<number, Fields>;

const keyOf = (attemptId: string) => `attest-unsent:${attemptId}`;

export function keepUnsent(attemptId: string, unsent: Unsent): void {
  try {
    if (unsent.size === 0) sessionStorage.removeItem(keyOf(attemptId));
    else sessionStorage.setItem(keyOf(attemptId), JSON.stringify([...unsent]));
  } catch {
    /* Storage may be switched off; then they are kept in memory only. */
  }
}

export function readUnsent(attemptId: string): Unsent {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(keyOf(attemptId)) ?? "[]") as [number, Fields][]);
  } catch {
    return new Map();
  }
}
