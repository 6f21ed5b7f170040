import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "~/platform/ids.server";
import { givenAssets, givenCheck } from "../../../tests/setup/given-lesson";
import { blockLibraryVersion } from "./blocks/block-library";
import { compileLesson, type CompileInput } from "./compile-lesson.server";
import { LessonProblems } from "./lesson-problems";
import { pipelineVersion } from "./snapshot-hash.server";

const compile = (source: string, more: Partial<CompileInput> = {}) =>
  compileLesson({ source, origin: "studio", courseSlug: "the-course", assets: givenAssets, ...more });

async function html(source: string): Promise<string> {
  const { segments } = await compile(source);
  return segments.map((segment) => (segment.kind === "html" ? segment.html : "")).join("");
}

const blocks: Record<string, string> = {
  callout: '<Callout kind="warning" title="Mind the gap">\n\nSome *text*.\n\n</Callout>',
  figure: '<Figure src="./curve.svg" alt="A curve" caption="It rises & falls" />',
  tabs: '## A heading\n\n<Tabs>\n<Tab title="One">\n\nFirst\n\n</Tab>\n<Tab title="Two">\n\nSecond\n\n</Tab>\n</Tabs>',
  steps: '<Steps>\n<Step title="Do">\n\nThis\n\n</Step>\n</Steps>',
  comparison: '<Comparison caption="Plans">\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n</Comparison>',
  video: '<Video src="./walk.webm" captions="./talk.vtt" title="A walk" seconds="95">\n\nWords\n\n</Video>',
  definition: '<Definition term="Term">\n\nMeaning\n\n</Definition>',
  download: '<Download src="./list.pdf" title="The list">What it is for</Download>',
  markdown: "![Alt](./curve.svg)\n\n[a](https://a.example) [b](./other#part) [c](#d)\n\n## d\n\n- [x] x\n- [ ] y\n\nNote[^1]\n\n[^1]: Here",
  code: "```js\nconst a = 1;\n```\n\n```text\nplain\n```",
};

describe("blocks", () => {
  it.each(Object.entries(blocks))("render %s", async (_, source) => {
    expect(await html(source)).toMatchSnapshot();
  });

  it("render the same as long as the versions in the hash are the same", async () => {
    const rendered = await Promise.all(Object.values(blocks).map(html));
    expect({ pipelineVersion, blockLibraryVersion, output: sha256(rendered.join("\n")) }).toMatchSnapshot();
  });
});

describe("knowledge checks", () => {
  it("cut the lesson into segments and leave the key behind", async () => {
    const { segments, checks } = await compile(`Before\n\n${givenCheck}\n\nAfter`);
    expect(segments).toEqual([
      { kind: "html", html: "<p>Before</p>" },
      {
        kind: "knowledge-check",
        id: "first",
        question: "Is 1 &lt; 2 &amp; 3?",
        multiple: false,
        choices: [
          { id: "a", html: "No <strong>way</strong>" },
          { id: "b", html: "Yes" },
          { id: "c", html: "Perhaps" },
        ],
      },
      { kind: "html", html: "<p>After</p>" },
    ]);
    expect(checks).toEqual({
      first: {
        correct: ["b"],
        why: { a: "WHY-A", b: "WHY-B", c: "WHY-C" },
        explanation: "<p>EXPLAINED with <em>care</em>.</p>",
      },
    });
  });

  it("put no part of the key in anything a reader gets or a search shows", async () => {
    const { segments, outline, text } = await compile(`## Heading\n\n${givenCheck}`);
    expect(JSON.stringify({ segments, outline, text })).not.toMatch(/WHY-|EXPLAINED|correct|why/);
  });

  it("are several answers when several are right", async () => {
    const { segments } = await compile(givenCheck.replace('<Choice why="WHY-C"', '<Choice correct why="WHY-C"'));
    expect(segments[0]).toMatchObject({ multiple: true });
  });
});

describe("a snapshot's hash", () => {
  it("changes with the source, the course and the files it uses, and with nothing else", async () => {
    const source = "![Alt](./curve.svg)";
    const { hash } = await compile(source);
    const swapped = givenAssets.map((asset) => (asset.name === "curve.svg" ? { ...asset, hash: "f".repeat(64) } : asset));
    const unused = givenAssets.map((asset) => (asset.name === "list.pdf" ? { ...asset, hash: "f".repeat(64) } : asset));
    expect((await compile(`${source}!`)).hash).not.toBe(hash);
    expect((await compile(source, { courseSlug: "another" })).hash).not.toBe(hash);
    expect((await compile(source, { assets: swapped })).hash).not.toBe(hash);
    expect((await compile(source, { assets: unused })).hash).toBe(hash);
    expect((await compile(source, { origin: "git", lessons: ["a"] })).hash).toBe(hash);
    expect((await compile(`---\ntitle: a\nminutes: 1\nsummary: b\n---\n${source}`)).hash).toBe(hash);
  });

  it("spares compiling what is stored", async () => {
    const { hash, segments, outline, checks } = await compile("Text");
    const stored = { hash, segments, outline, checks, text: "from the store" };
    const found = await compileLesson({ source: "Text", origin: "git", courseSlug: "the-course", assets: [] }, async (asked) =>
      asked === hash ? stored : null,
    );
    expect(found.text).toBe("from the store");
  });
});

describe("headings", () => {
  it("have ids of their own and are listed, footnotes and tabs aside", async () => {
    const { outline } = await compile(`## Same\n\n## Same\n\n### Deeper \`code\`\n\n${blocks.tabs}\n\nx[^1]\n\n[^1]: y`);
    expect(outline).toEqual([
      { id: "s-same", text: "Same", depth: 2 },
      { id: "s-same-1", text: "Same", depth: 2 },
      { id: "s-deeper-code", text: "Deeper code", depth: 3 },
      { id: "s-a-heading", text: "A heading", depth: 2 },
    ]);
  });

  it("are linked to only when they are there", async () => {
    await expect(compile("Text\n\n[x](#nowhere)")).rejects.toThrow("Line 3");
  });
});

it("gives ids once, also with several footnotes and tables", async () => {
  const page = await html("a[^1] b[^1] c[^2]\n\n| a |\n| - |\n| 1 |\n\n| a |\n| - |\n| 1 |\n\n## a\n\n## a\n\n[^1]: x\n[^2]: y");
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const labels = [...page.matchAll(/role="region" aria-label="([^"]+)"/g)].map(([, label]) => label);
  expect(ids.length).toBeGreaterThan(5);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(labels).size).toBe(2);
});

const harmlessTag = /<\/?([a-z][a-z0-9]*)((?:\s[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*\/?>/g;
const tags = new Set(
  "a aside blockquote br code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre section span strong summary sup table tbody td th thead tr track ul video".split(" "),
);

/** What is left of HTML that could do harm: unknown tags, handlers, styles and addresses that run. */
export function harm(page: string): string[] {
  const found: string[] = [];
  const rest = page.replace(harmlessTag, (tag, name: string, attributes: string) => {
    if (!tags.has(name)) found.push(tag);
    for (const [attribute, key, value = ""] of attributes.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
      if (/^(on|style$|srcdoc$|formaction$)/i.test(key!)) found.push(attribute);
      if (/^(href|src|poster|data|action)$/i.test(key!) && !/^(https?:|mailto:|tel:|#|\/(?!\/))/.test(value)) found.push(attribute);
    }
    return "";
  });
  return /[<>]/.test(rest) ? [...found, rest] : found;
}

it("knows harm when it sees it", () => {
  for (const bad of ['<script>x</script>', '<p onclick="x">', '<a href="javascript:x">', '<a href="//x">', '<p style="x">', "<p <b", '<iframe src="/x">'])
    expect(harm(bad)).not.toEqual([]);
  expect(harm('<p class="a">x &lt;script&gt;<br/></p>')).toEqual([]);
});

const pieces = fc.constantFrom(
  ...["<", ">", "{", "}", "/>", "</", "*", "_", "`", "[", "](", ")", "!", "\n", "\n\n", "- ", "> ", "| a |\n| - |\n", "## ", "~~", "[^1]", "[^1]: "],
  ...["javascript:", "&#106;avascript:", "java&Tab;script:", "data:", "https://a.example", "./curve.svg", "./other", "onerror=", "style=", '"', "'", "="],
  ...["<Callout", ' kind="note"', "<Figure", ' src="./curve.svg"', ' alt="x"', "<script>", "<img", "<a href=", "</Callout>", "<Tabs>", "{...x}", "{x}", "{/* c */}"],
  ...["import x", "export y", "---", "---js", "&lt;", "&quot;", "\\", "\t", "\u0000", "\u200b", "attest-check", "<attest-check>", "text ", "```", "www.a.example", "a@b.example"],
  ...Object.values(blocks),
  givenCheck,
);

it("makes of any source a refusal or harmless HTML", { timeout: 300_000 }, async () => {
  const outcomes = { refused: 0, compiled: 0 };
  const source = fc.oneof(fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")), fc.string({ unit: "binary", maxLength: 60 }));
  await fc.assert(
    fc.asyncProperty(source, async (text) => {
      const compiled = await compile(text).catch((error: unknown) => {
        if (error instanceof LessonProblems) return null;
        throw error;
      });
      outcomes[compiled ? "compiled" : "refused"]++;
      if (!compiled) return;
      for (const segment of compiled.segments) {
        const parts = segment.kind === "html" ? [segment.html] : [segment.question, ...segment.choices.map((choice) => choice.html)];
        for (const part of parts) expect(harm(part)).toEqual([]);
      }
      for (const key of Object.values(compiled.checks)) expect(harm(key.explanation)).toEqual([]);
    }),
    { numRuns: 250 },
  );
  expect(outcomes.refused).toBeGreaterThan(10);
  expect(outcomes.compiled).toBeGreaterThan(10);
});
