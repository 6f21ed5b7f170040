/** How far a course of the studio got, as its author sees it. */
export interface Publication {
  readonly state: "draft" | "published" | "changed" | "proposed" | "withdrawn";
  /** Of the revision that was published last; 0 before the first. */
  readonly revision: number;
}

/** @param draft each a state of it: as it is, as it was published, and as it waits for a second person */
export function publicationOf(
  draft: { edits: number; publishedEdits: number | null; proposedEdits: number | null },
  course: { number: number; withdrawnAt: Date | null } | undefined,
): Publication {
  if (!course) return { state: "draft", revision: 0 };
  const revision = course.number;
  if (course.withdrawnAt) return { state: "withdrawn", revision };
  if (draft.edits === draft.publishedEdits) return { state: "published", revision };
  return { state: draft.edits === draft.proposedEdits ? "proposed" : "changed", revision };
}

export function publicationWords({ state, revision }: Publication): string {
  switch (state) {
    case "draft":
      return "Draft";
    case "published":
      return `Published, revision ${revision}`;
    case "changed":
      return `Revision ${revision}, changes not published`;
    case "proposed":
      return `Revision ${revision}, the next one waits to be confirmed`;
    case "withdrawn":
      return `Withdrawn, last revision ${revision}`;
  }
}
