import type { DutySum } from "./coverage-answer";
import { countsInWords } from "./duty-parts";
import { DutyRing } from "./duty-ring";

/** Each accountability with how many people meet it, owe it or have let it lapse. */
export function DutyRings({ duties }: { duties: readonly DutySum[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-8 gap-y-6">
      {duties.map((duty) => (
        <li key={duty.accountabilityId} className="flex items-center gap-4">
          <DutyRing counts={duty} label={duty.title} />
          <div className="min-w-0">
            <h3 className="leading-snug font-medium">{duty.title}</h3>
            <p className="text-sm text-muted tabular-nums">{countsInWords(duty)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
