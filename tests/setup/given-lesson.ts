import type { AssetRef } from "~/features/content/lesson";

const asset = (name: string, mediaType: string, size: Partial<AssetRef> = {}): AssetRef => ({
  name,
  mediaType,
  hash: name.charCodeAt(0).toString(16).repeat(32),
  bytes: 12_345,
  width: null,
  height: null,
  ...size,
});

export const givenAssets: readonly AssetRef[] = [
  asset("curve.svg", "image/svg+xml", { width: 640, height: 320 }),
  asset("walk.webm", "video/webm"),
  asset("talk.vtt", "text/vtt"),
  asset("list.pdf", "application/pdf"),
];

export const givenCheck = `<KnowledgeCheck id="first" question="Is 1 < 2 & 3?">
<Choice why="WHY-A">No **way**</Choice>
<Choice correct why="WHY-B">Yes</Choice>
<Choice why="WHY-C">Perhaps</Choice>
<Explanation>

EXPLAINED with *care*.

</Explanation>
</KnowledgeCheck>`;
