import { Link } from "@remix-run/react";

interface DifferenceSwitchProps {
  /** Whether the differences are marked now. */
  marked: boolean;
  /** The revision that the person had completed. */
  from: number;
}

/** Between the lesson as it is and the lesson with what changed marked in its text. */
export function DifferenceSwitch({ marked, from }: DifferenceSwitchProps) {
  return (
    <div className="mb-8 max-w-[66ch] rounded-md border border-line bg-surface px-4 py-3 text-sm print:hidden">
      {marked ? (
        <>
          <p>
            Against revision {from}, which you completed. <ins className="lesson-mark">Added words</ins> are
            underlined, <del className="lesson-mark">words that are gone</del> are struck through.
          </p>
          <Link to="?" preventScrollReset className="link inline-flex min-h-6 items-center">
            Show the lesson as it is
          </Link>
        </>
      ) : (
        <>
          <p>This lesson has changed since you completed revision {from} of the course.</p>
          <Link to="?changes" preventScrollReset className="link inline-flex min-h-6 items-center">
            Show what changed
          </Link>
        </>
      )}
    </div>
  );
}
