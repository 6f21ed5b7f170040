/** What the driver may ask of a process, and what it answers. */
import type { AsOf } from "~/features/certifications/certification-rules";
import type { SimulatedEvent } from "./events";
import type { Founding } from "./found-company";
import type { SentReminder } from "./product-rows";

export interface Work {
  found: [Founding, void];
  jobs: [null, { name: string; everySeconds: number }[]];
  /** @returns what was refused */
  live: [readonly SimulatedEvent[], string[]];
  background: [{ readonly names: readonly string[]; readonly at: Date; readonly leased: boolean }, void];
  standings: [AsOf, Map<string, string>];
  awards: [null, string[]];
  reminders: [null, SentReminder[]];
  coverage: [null, Map<string, string>];
  runs: [null, string[]];
  unsound: [null, string[]];
}
export type WorkName = keyof Work;
