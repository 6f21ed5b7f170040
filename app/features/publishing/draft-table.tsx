import { Link } from "@remix-run/react";
import { courseKindNames } from "~/features/content/course-kind-names";
import { DateTime } from "~/ui/date-time";
import { Table, Td, Th } from "~/ui/table";
import type { DraftRow } from "./draft-queries.server";
import { PublicationBadge } from "./publication-badge";

interface DraftTableProps {
  drafts: readonly DraftRow[];
  timeZone: string;
}

export function DraftTable({ drafts, timeZone }: DraftTableProps) {
  return (
    <Table caption="Your courses, last edited first" captionHidden>
      <thead>
        <tr>
          <Th>Course</Th>
          <Th>State</Th>
          <Th>Who sees it</Th>
          <Th>Last edit</Th>
        </tr>
      </thead>
      <tbody>
        {drafts.map((draft) => (
          <tr key={draft.id}>
            <Th scope="row">
              <Link to={`/studio/${draft.id}`} className="link inline-block min-w-48">
                {draft.title}
              </Link>
              <span className="block text-xs font-normal text-muted">
                {courseKindNames[draft.kind]}, {draft.lessons} {draft.lessons === 1 ? "lesson" : "lessons"}
              </span>
            </Th>
            <Td>
              <PublicationBadge publication={draft} />
            </Td>
            <Td className="min-w-44">{draft.audience}</Td>
            <Td className="whitespace-nowrap">
              <DateTime value={draft.updatedAt} timeZone={timeZone} format="relative" />
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
