import { Ring } from "~/ui/ring";
import type { Coverage } from "./coverage";

/** Each accountability with the share of people who hold everything it requires. */
export function CoverageRings({ coverage }: { coverage: readonly Coverage[] }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(16.5rem,1fr))] gap-x-8 gap-y-6">
      {coverage.map(({ accountabilityId, title, jobRole, covered, total, inTime, gaps }) => (
        <li key={accountabilityId} className="flex items-center gap-4">
          <Ring
            value={covered}
            total={total}
            label={`${title}: people covered`}
            tone={gaps.length > 0 ? "expired" : covered < total ? "due" : "valid"}
          />
          <div className="min-w-0">
            <h3 className="leading-snug font-medium">{title}</h3>
            <p className="text-sm text-muted">{jobRole}</p>
            <p className="text-sm">
              {covered} of {total} covered
              {inTime > 0 ? `, ${inTime}\u00a0still\u00a0in\u00a0time` : ""}
              {gaps.length > 0 ? `, ${gaps.length}\u00a0to\u00a0pause` : ""}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
