import { Invalid } from "~/platform/errors";

/** One thing to mend in a lesson: where it is, what it is, and what to do about it. */
export interface LessonProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly advice: string;
}

/** The lesson was not taken. Nothing of it was run or stored. */
export class LessonProblems extends Invalid {
  constructor(readonly problems: readonly LessonProblem[]) {
    super("lesson-problems", problems.map(describeProblem).join("\n"));
  }
}

function describeProblem({ line, column, message, advice }: LessonProblem): string {
  return `Line ${line}, column ${column}: ${message} ${advice}`;
}

/** More than this many at once helps nobody, and bounds what a hostile source can make us write. */
const MOST = 50;

export function problemAt(
  place: { start: { line: number; column: number } } | undefined,
  message: string,
  advice: string,
): LessonProblem {
  return { line: place?.start.line ?? 1, column: place?.start.column ?? 1, message, advice };
}

/** @throws LessonProblems, in the order of the source, when there are any. */
export function refuseWhenAny(problems: readonly LessonProblem[]): void {
  if (problems.length === 0) return;
  const sorted = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
  throw new LessonProblems(sorted.slice(0, MOST));
}
