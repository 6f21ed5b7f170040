import { TriangleAlert } from "lucide-react";
import type { LessonProblem } from "~/features/content/lesson-problems";

interface ProblemListProps {
  problems: readonly LessonProblem[];
  /** The text that they are about, to quote the line. */
  source: string;
  /** Where a problem leads without a script. */
  anchor: string;
  onSelect?: ((problem: LessonProblem) => void) | undefined;
}

/** What to mend, line by line. A draft may be saved as it is; only publishing needs it clean. */
export function ProblemList({ problems, source, anchor, onSelect }: ProblemListProps) {
  if (problems.length === 0) return null;
  const lines = source.split(/\r\n|\r|\n/);
  return (
    <section
      aria-labelledby="problems-title"
      className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-md border border-due/30 bg-due-soft px-4 py-3"
    >
      <h2 id="problems-title" className="flex items-center gap-2 text-sm font-semibold">
        <TriangleAlert aria-hidden className="size-4 text-due" />
        {problems.length === 1
          ? "1 thing to mend before publishing"
          : `${problems.length} things to mend before publishing`}
      </h2>
      <ol className="grid grid-cols-[minmax(0,1fr)] gap-2 text-sm">
        {problems.map((problem, index) => (
          <li key={index}>
            <a
              href={anchor}
              className="link inline-flex min-h-6 items-center tabular-nums"
              onClick={
                onSelect &&
                ((event) => {
                  event.preventDefault();
                  onSelect(problem);
                })
              }
            >
              Line {problem.line}, column {problem.column}
            </a>
            : {problem.message} {problem.advice}
            <Quoted line={lines[problem.line - 1]} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Quoted({ line }: { line: string | undefined }) {
  const text = line?.trim();
  if (!text) return null;
  return <code className="mt-0.5 block truncate font-mono text-xs text-muted">{text.slice(0, 160)}</code>;
}
