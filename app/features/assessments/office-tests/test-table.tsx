import { Link } from "@remix-run/react";
import { StateBadge } from "~/ui/state-badge";
import { Table, Td, Th } from "~/ui/table";
import { percent } from "../scoring/score-words";
import { settingsAddress } from "../authoring/test-settings";
import type { TestRow } from "./list-tests.server";

/** What waits to be done is a link to where it is done. */
function Waiting({ count, to, what }: { count: number; to: string; what: string }) {
  if (count === 0) return <span className="text-muted">0</span>;
  return (
    <Link to={to} className="link" aria-label={`${count} ${what}`}>
      {count}
    </Link>
  );
}

export function TestTable({ tests }: { tests: readonly TestRow[] }) {
  return (
    <Table caption="Tests that you run" captionHidden>
      <thead>
        <tr>
          <Th>Test</Th>
          <Th numeric>Revision</Th>
          <Th numeric>Sittings</Th>
          <Th numeric>Passed</Th>
          <Th numeric>Waiting for marks</Th>
          <Th numeric>Open appeals</Th>
        </tr>
      </thead>
      <tbody>
        {tests.map(({ slug, title, revision, archived, sittings, passed, waiting, appeals }) => (
          <tr key={slug}>
            <Th scope="row">
              <Link
                to={revision === null ? settingsAddress(slug) : `/test-office/tests/${slug}`}
                className="link"
              >
                {title}
              </Link>
              {revision === null ? <StateBadge state="draft" className="ml-2" /> : null}
              {archived ? <StateBadge state="closed" label="Archived" className="ml-2" /> : null}
            </Th>
            <Td numeric>{revision ?? <span className="text-muted">none yet</span>}</Td>
            <Td numeric>{sittings.toLocaleString("en")}</Td>
            <Td numeric>
              {passed === null ? <span className="text-muted">none yet</span> : percent(passed)}
            </Td>
            <Td numeric>
              <Waiting count={waiting} to="/test-office/marking" what="to be marked" />
            </Td>
            <Td numeric>
              <Waiting count={appeals} to="/test-office/appeals" what="open appeals" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
