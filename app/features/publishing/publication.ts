/** How far a course of the studio got, as its author sees it. */
export interface Publication {
  readonly state: "draft" | "published" | "changed" | "withdrawn";
  /** Of the revision that was published last; 0 before the first. */
  readonly revision: number;
}

export function publicationOf(
  draft: { edits: number; publishedEdits: number | null },
  course: { number: number; withdrawnAt: Date | null } | undefined,
): Publication {
  if (!course) return { state: "draft", revision: 0 };
  const revision = course.number;
  if (course.withdrawnAt) return { state: "withdrawn", revision };
  return { state: draft.edits === draft.publishedEdits ? "published" : "changed", revision };
}

export function publicationWords({ state, revision }: Publication): string {
  switch (state) {
    case "draft":
      return "Draft";
    case "published":
      return `Published, revision ${revision}`;
    case "changed":
      return `Revision ${revision}, changes not published`;
    case "withdrawn":
      return `Withdrawn, last revision ${revision}`;
  }
}
