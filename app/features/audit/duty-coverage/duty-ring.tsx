import { toneText, type Tone } from "~/ui/tone";
import { classNames } from "~/ui/class-names";
import type { DutyCounts } from "./duty-states";
import { countsInWords, parts } from "./duty-parts";

/** Met, due and lapsed as parts of a ring. They are its name too, so it reads the same without the picture. */
export function DutyRing({ counts, label }: { counts: DutyCounts; label: string }) {
  const total = counts.met + counts.due + counts.lapsed;
  const shares = parts.map(({ state, tone }) => ({ state, tone, share: (counts[state] / total) * 100 }));
  const arcs = shares
    .map((part, index) => ({
      ...part,
      from: shares.slice(0, index).reduce((sum, { share }) => sum + share, 0),
    }))
    .filter(({ share }) => share > 0);
  return (
    <svg
      role="img"
      aria-label={`${label}: ${countsInWords(counts)}`}
      viewBox="0 0 40 40"
      width={64}
      height={64}
      className="shrink-0 print:break-inside-avoid"
    >
      {arcs.map((arc) => (
        <Arc key={arc.state} {...arc} />
      ))}
      <text
        x="20"
        y="20"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="9.5"
        fontWeight="600"
        className="fill-ink tabular-nums"
      >
        {Math.floor((counts.met / total) * 100)}%
      </text>
    </svg>
  );
}

function Arc({ tone, share, from }: { tone: Tone; share: number; from: number }) {
  return (
    <circle
      cx="20"
      cy="20"
      r="17"
      fill="none"
      stroke="currentColor"
      strokeWidth="3.5"
      pathLength={100}
      strokeDasharray={`${share} ${100 - share}`}
      strokeDashoffset={-from}
      transform="rotate(-90 20 20)"
      className={classNames(toneText[tone])}
    />
  );
}
