import { Bar } from "~/ui/bar";
import type { Tally } from "./score-attempt";
import { percent, pointsOf } from "./score-words";

interface TallyBarsProps {
  tallies: readonly Tally[];
  passMark: number;
  /** The name shown for a tally, where its label is a key. */
  name?: (label: string) => string;
}

/** A bar for each part of the test, with the same as text. The mark is that of the whole test. */
export function TallyBars({ tallies, passMark, name = (label) => label }: TallyBarsProps) {
  return (
    <ul className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      {tallies.map(({ label, points, max }) => {
        const share = max === 0 ? 0 : points / max;
        return (
          <li key={label} className="print:break-inside-avoid">
            <p className="flex items-baseline justify-between gap-4 text-sm">
              <span className="min-w-0">{name(label)}</span>
              <span className="shrink-0 text-muted tabular-nums">
                {pointsOf(points, max)}, {percent(share)}
              </span>
            </p>
            <Bar
              value={share}
              mark={passMark}
              label={name(label)}
              tone={share >= passMark ? "valid" : "due"}
              className="mt-1.5"
            />
          </li>
        );
      })}
    </ul>
  );
}
