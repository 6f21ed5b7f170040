import { Link } from "@remix-run/react";
import { Table, Td, Th } from "~/ui/table";
import type { Coverage } from "./coverage";
import { StatusBadge } from "./status-date";

/** Work that must pause, named by accountability, and who it concerns. */
export function CoverageGaps({ coverage, caption }: { coverage: readonly Coverage[]; caption: string }) {
  return (
    <Table caption={caption} captionHidden>
      <thead>
        <tr>
          <Th>Work to pause</Th>
          <Th>For</Th>
        </tr>
      </thead>
      <tbody>
        {coverage.map(({ accountabilityId, title, jobRole, gaps, total }) => (
          <tr key={accountabilityId}>
            <Th scope="row" className="w-2/5">
              {title}
              <span className="block font-normal text-muted">
                {jobRole}, {gaps.length} of {total} people
              </span>
            </Th>
            <Td>
              <ul className="grid gap-1.5">
                {gaps.map(({ personId, name, lacks }) => (
                  <li key={personId} className="flex flex-wrap items-center gap-x-2 gap-y-1">
                    <Link to={`/team/${personId}`} className="link">
                      {name}
                    </Link>
                    {lacks.map((lack) => (
                      <span key={lack.title} className="inline-flex items-center gap-1.5 text-muted">
                        {lack.title} <StatusBadge status={lack.status} />
                      </span>
                    ))}
                  </li>
                ))}
              </ul>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
