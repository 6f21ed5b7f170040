/** How a revision changes the one before it, as far as those are concerned who completed that one. */
export const changeKinds = ["editorial", "delta", "full"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeKindNames: Record<ChangeKind, string> = {
  editorial: "Editorial",
  delta: "Delta",
  full: "Full",
};

export const changeKindMeanings: Record<ChangeKind, string> = {
  editorial: "Nobody has to read again. For spelling, layout and clearer words for the same thing.",
  delta: "Who completed the course reads what is new or changed, and answers the checks there.",
  full: "Everybody reads the whole course again.",
};

/** The note of a revision of which nobody has said what changed. */
export const unsaidNote = "Published from the content folder";
