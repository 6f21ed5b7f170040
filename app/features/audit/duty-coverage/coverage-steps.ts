/** A state over time as instants, each followed by the state from then on. Pure. */
export type Steps = readonly number[];

/** In the order of how bad it is: of several, the worst counts. */
export const NONE = 0;
export const MET = 1;
export const DUE = 2;
export const LAPSED = 3;

/** @param moments at which the state may change, in any order */
export function stepsOf(moments: readonly number[], stateAt: (moment: number) => number): Steps {
  const steps: number[] = [];
  let state = NONE;
  for (const moment of Float64Array.from(new Set(moments)).sort()) {
    if (moment === Infinity) continue;
    const next = stateAt(moment);
    if (next !== state) steps.push(moment, next);
    state = next;
  }
  return steps;
}

export function atInstant(steps: Steps, moment: number): number {
  let state = NONE;
  for (let i = 0; i < steps.length && steps[i]! <= moment; i += 2) state = steps[i + 1]!;
  return state;
}

/** The part from a moment up to, not including, another. */
export function clipped(steps: Steps, from: number, until: number): Steps {
  const inside: number[] = [];
  let state = NONE;
  for (let i = 0; i < steps.length && steps[i]! < until; i += 2) {
    state = steps[i + 1]!;
    if (steps[i]! <= from) {
      inside.length = 0;
      if (state !== NONE) inside.push(from, state);
    } else inside.push(steps[i]!, state);
  }
  if (inside.length > 0 && state !== NONE && until !== Infinity) inside.push(until, NONE);
  return inside;
}
