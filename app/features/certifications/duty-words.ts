import type { Obligation } from "./certification-facts.server";

/** What a certification is needed for: the accountabilities, and who asked for it beside them. */
export function dutyWords(obligations: readonly Obligation[]): string[] {
  return [
    ...new Set(
      obligations.map(
        ({ accountabilityTitle, assignedByName }) =>
          accountabilityTitle ?? `asked for by ${assignedByName ?? "an administrator"}`,
      ),
    ),
  ];
}
