/** The one source of time. `at` makes a past (or future) moment the present for everything a function calls. */
import { AsyncLocalStorage } from "node:async_hooks";

const moment = new AsyncLocalStorage<{ now: Date }>();

export function now(): Date {
  const fixed = moment.getStore();
  return fixed ? new Date(fixed.now) : new Date();
}

/** Runs `work` as if it were `instant`; used by tests and by the demo company's history. */
export function at<T>(instant: Date, work: () => T): T {
  return moment.run({ now: instant }, work);
}
