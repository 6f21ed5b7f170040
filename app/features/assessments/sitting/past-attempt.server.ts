import type { PastAttempt } from "./attempt-rules";

/** What is read of an attempt to know where its person stands: with its latest result. */
export const pastAttemptColumns = {
  id: true,
  number: true,
  startedAt: true,
  deadlineAt: true,
  submittedAt: true,
  results: { orderBy: { number: "desc" }, take: 1, select: { passed: true, score: true } },
} as const;

type Row = Omit<PastAttempt, "passed" | "score"> & {
  readonly results: readonly { readonly passed: boolean; readonly score: number }[];
};

export function pastAttempt({ id, number, startedAt, deadlineAt, submittedAt, results }: Row): PastAttempt {
  const [latest] = results;
  return {
    id,
    number,
    startedAt,
    deadlineAt,
    submittedAt,
    passed: latest?.passed ?? null,
    score: latest?.score ?? null,
  };
}
