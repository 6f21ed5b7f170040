import { CircleCheck, CircleX, PenLine, type LucideIcon } from "lucide-react";
import { Bar } from "~/ui/bar";
import { classNames } from "~/ui/class-names";
import { meetsMinimum, type Tally } from "./score-attempt";
import { count, markPercent, percent, pointsOf } from "./score-words";

export interface ShownTally extends Tally {
  /** Points that somebody has yet to give or not to give. */
  readonly pending?: number;
}

interface TallyBarsProps {
  tallies: readonly ShownTally[];
  passMark: number;
  /** The name shown for a tally, where its label is a key. */
  name?: (label: string) => string;
}

/** A bar for each part of the test, with the same as text. The mark is its own, or else that of the whole test. */
export function TallyBars({ tallies, passMark, name = (label) => label }: TallyBarsProps) {
  return (
    <ul className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
      {tallies.map((tally) => {
        const { label, points, max, pending = 0, passMark: mark = passMark } = tally;
        const share = max === 0 ? 0 : points / max;
        return (
          <li key={label} className="print:break-inside-avoid">
            <p className="flex items-baseline justify-between gap-4 text-sm">
              <span className="min-w-0">{name(label)}</span>
              <span className="shrink-0 text-muted tabular-nums">
                {pending > 0 ? soFar(tally) : `${pointsOf(points, max)}, ${percent(share, mark)}`}
              </span>
            </p>
            <Bar
              value={share}
              mark={mark}
              label={pending > 0 ? `${name(label)}, so far` : name(label)}
              tone={share + 1e-6 >= mark ? "valid" : "due"}
              className="mt-1.5"
            />
            <Minimum {...tally} />
          </li>
        );
      })}
    </ul>
  );
}

/** What is pending is neither earned nor lost. */
function soFar({ points, max, pending = 0 }: ShownTally): string {
  const marking = `${count(Math.floor(pending * 100 + 1e-6) / 100, "point")} being marked`;
  return pending >= max ? marking : `${pointsOf(points, max)} so far, ${marking}`;
}

/** Whether a part that has a minimum of its own met it. */
function Minimum(tally: ShownTally) {
  const { passMark, pending = 0 } = tally;
  if (passMark === undefined) return null;
  const [Icon, tone, words]: [LucideIcon, string, string] = meetsMinimum(tally)
    ? [CircleCheck, "text-valid", `Minimum of ${markPercent(passMark)} met`]
    : pending > 0
      ? [PenLine, "text-due", `Minimum of ${markPercent(passMark)} not decided yet`]
      : [CircleX, "text-expired", `Minimum of ${markPercent(passMark)} not met`];
  return (
    <p className={classNames("flex items-center gap-1.5 text-sm font-medium", tone)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {words}
    </p>
  );
}
