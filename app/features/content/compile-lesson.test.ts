import { describe, expect, it } from "vitest";
import { sha256 } from "~/platform/ids.server";
import { givenAssets, givenBlocks, givenCheck } from "../../../tests/setup/given-lesson";
import { blockLibraryVersion } from "./blocks/block-library";
import { compileLesson, type CompileInput } from "./compile-lesson.server";
import { pipelineVersion } from "./snapshot-hash.server";

const compile = (source: string, more: Partial<CompileInput> = {}) =>
  compileLesson({ source, origin: "studio", courseSlug: "the-course", assets: givenAssets, ...more });

async function html(source: string): Promise<string> {
  const { segments } = await compile(source);
  return segments.map((segment) => (segment.kind === "html" ? segment.html : "")).join("");
}

describe("blocks", () => {
  it.each(Object.entries(givenBlocks))("render %s", async (_, source) => {
    expect(await html(source)).toMatchSnapshot();
  });

  it("render the same as long as the versions in the hash are the same", async () => {
    const rendered = await Promise.all(Object.values(givenBlocks).map(html));
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
    const { segments } = await compile(
      givenCheck.replace('<Choice why="WHY-C"', '<Choice correct why="WHY-C"'),
    );
    expect(segments[0]).toMatchObject({ multiple: true });
  });
});

describe("a snapshot's hash", () => {
  it("changes with the source, the course and the files it uses, and with nothing else", async () => {
    const source = "![Alt](./curve.svg)";
    const { hash } = await compile(source);
    const swapped = givenAssets.map((asset) =>
      asset.name === "curve.svg" ? { ...asset, hash: "f".repeat(64) } : asset,
    );
    const unused = givenAssets.map((asset) =>
      asset.name === "list.pdf" ? { ...asset, hash: "f".repeat(64) } : asset,
    );
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
    const found = await compileLesson(
      { source: "Text", origin: "git", courseSlug: "the-course", assets: [] },
      async (asked) => (asked === hash ? stored : null),
    );
    expect(found.text).toBe("from the store");
  });
});

describe("headings", () => {
  it("have ids of their own and are listed, footnotes and tabs aside", async () => {
    const { outline } = await compile(
      `## Same\n\n## Same\n\n### Deeper \`code\`\n\n${givenBlocks.tabs}\n\nx[^1]\n\n[^1]: y`,
    );
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
  const page = await html(
    "a[^1] b[^1] c[^2]\n\n| a |\n| - |\n| 1 |\n\n| a |\n| - |\n| 1 |\n\n## a\n\n## a\n\n[^1]: x\n[^2]: y",
  );
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const labels = [...page.matchAll(/role="region" aria-label="([^"]+)"/g)].map(([, label]) => label);
  expect(ids.length).toBeGreaterThan(5);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(labels).size).toBe(2);
});
