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

/** One source for each block and for what Markdown has besides. */
export const givenBlocks: Record<string, string> = {
  callout: '<Callout kind="warning" title="Mind the gap">\n\nSome *text*.\n\n</Callout>',
  figure: '<Figure src="./curve.svg" alt="A curve" caption="It rises & falls" />',
  tabs: '## A heading\n\n<Tabs>\n<Tab title="One">\n\nFirst\n\n</Tab>\n<Tab title="Two">\n\nSecond\n\n</Tab>\n</Tabs>',
  steps: '<Steps>\n<Step title="Do">\n\nThis\n\n</Step>\n</Steps>',
  comparison: '<Comparison caption="Plans">\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n</Comparison>',
  video: '<Video src="./walk.webm" captions="./talk.vtt" title="A walk" seconds="95">\n\nWords\n\n</Video>',
  definition: '<Definition term="Term">\n\nMeaning\n\n</Definition>',
  download: '<Download src="./list.pdf" title="The list">What it is for</Download>',
  markdown:
    "![Alt](./curve.svg)\n\n[a](https://a.example) [b](./other#part) [c](#d)\n\n## d\n\n- [x] x\n- [ ] y\n\nNote[^1]\n\n[^1]: Here",
  table: "|   | a |\n| - | - |\n| b | 1 |",
  code: "```js\nconst a = 1;\n```\n\n```text\nplain\n```",
};
