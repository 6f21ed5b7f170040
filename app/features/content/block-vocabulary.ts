/** Every block an author may use and every property of it. What is not here is refused. */
export type PropKind =
  "text" | "slug" | "flag" | "seconds" | "picture" | "video" | "captions" | "file" | readonly string[];

export interface BlockRule {
  readonly required: ReadonlyMap<string, PropKind>;
  readonly optional: ReadonlyMap<string, PropKind>;
  /** The only block it may be in; "top" for nowhere but the top level; null for anywhere. */
  readonly within: string | null;
  /** empty: no content; blocks: only the named blocks; markdown: anything; a table: exactly one. */
  readonly content: "empty" | "markdown" | "table" | readonly string[];
  readonly example: string;
}

const rule = (
  required: Record<string, PropKind>,
  optional: Record<string, PropKind>,
  content: BlockRule["content"],
  example: string,
  within: string | null = null,
): BlockRule => ({
  required: new Map(Object.entries(required)),
  optional: new Map(Object.entries(optional)),
  within,
  content,
  example,
});

const calloutKinds = ["note", "tip", "warning", "important"] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** A Map, so that `constructor` and its like are not found on a prototype. */
export const blocks: ReadonlyMap<string, BlockRule> = new Map([
  ["Callout", rule({ kind: calloutKinds }, { title: "text" }, "markdown", '<Callout kind="note" title="…">')],
  [
    "Figure",
    rule(
      { src: "picture", alt: "text" },
      { caption: "text" },
      "empty",
      '<Figure src="./name.svg" alt="…" caption="…" />',
    ),
  ],
  ["Tabs", rule({}, {}, ["Tab"], "<Tabs>")],
  ["Tab", rule({ title: "text" }, {}, "markdown", '<Tab title="…">', "Tabs")],
  ["Steps", rule({}, {}, ["Step"], "<Steps>")],
  ["Step", rule({ title: "text" }, {}, "markdown", '<Step title="…">', "Steps")],
  ["Comparison", rule({ caption: "text" }, {}, "table", '<Comparison caption="…">')],
  [
    "Video",
    rule(
      { src: "video", captions: "captions", title: "text" },
      { seconds: "seconds" },
      "markdown",
      '<Video src="./name.webm" captions="./name.vtt" title="…" seconds="40">',
    ),
  ],
  [
    "KnowledgeCheck",
    rule(
      { id: "slug", question: "text" },
      {},
      ["Choice", "Explanation"],
      '<KnowledgeCheck id="…" question="…">',
      "top",
    ),
  ],
  ["Choice", rule({ why: "text" }, { correct: "flag" }, "markdown", '<Choice why="…">', "KnowledgeCheck")],
  ["Explanation", rule({}, {}, "markdown", "<Explanation>", "KnowledgeCheck")],
  ["Definition", rule({ term: "text" }, {}, "markdown", '<Definition term="…">')],
  ["Download", rule({ src: "file", title: "text" }, {}, "markdown", '<Download src="./name.pdf" title="…">')],
]);

export const blockNames = [...blocks.keys()];

const mediaOf: Readonly<Record<string, readonly string[]>> = {
  picture: ["image/png", "image/jpeg", "image/webp", "image/svg+xml"],
  video: ["video/webm", "video/mp4"],
  captions: ["text/vtt"],
};

export function fitsMedia(kind: PropKind, mediaType: string): boolean {
  return typeof kind === "string" && (mediaOf[kind]?.includes(mediaType) ?? true);
}
