import { RingArc, RingFrame } from "~/ui/ring";
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
    <RingFrame
      name={`${label}: ${countsInWords(counts)}`}
      text={`${Math.floor((counts.met / total) * 100)}%`}
    >
      {arcs.map(({ state, ...arc }) => (
        <RingArc key={state} {...arc} />
      ))}
    </RingFrame>
  );
}
