import type { SubmissionResult } from "@conform-to/react";

export interface MarkValues {
  /** What was sent for a field, when the form came back. */
  readonly valueOf: (name: string) => string | undefined;
  readonly errorsOf: (name: string) => readonly string[];
}

/** By the names that the form sends, such as `points.3.ab12`. */
export function markValues(lastResult: SubmissionResult<string[]> | undefined): MarkValues {
  return {
    valueOf: (name) => {
      const found = name
        .split(".")
        .reduce<unknown>(
          (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
          lastResult?.initialValue,
        );
      return typeof found === "string" ? found : undefined;
    },
    errorsOf: (name) => lastResult?.error?.[name] ?? [],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
