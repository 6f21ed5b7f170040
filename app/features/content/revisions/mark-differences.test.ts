import { describe, expect, it } from "vitest";
import type { Segment } from "../lesson";
import { blocksOf, tagOf, tokensOf } from "./html-tokens";
import { markDifferences } from "./mark-differences";

const html = (text: string): Segment => ({ kind: "html", html: text });
const check = (id: string): Segment => ({
  kind: "knowledge-check",
  id,
  question: id,
  multiple: false,
  choices: [],
});

/** "+word+" is added, "-word-" is gone. */
function marked(before: string, after: string): string {
  return markDifferences([html(before)], [html(after)])
    .map((segment) => (segment.kind === "html" ? segment.html : `(${segment.id})`))
    .join("")
    .replaceAll(/<\/?ins[^>]*>/g, "+")
    .replaceAll(/<\/?del[^>]*>/g, "-");
}

describe("a lesson with its differences", () => {
  it.each([
    ["one word", "<p>The old lamp</p>", "<p>The new lamp</p>", "<p>The -old- +new+ lamp</p>"],
    ["nothing", "<p>The lamp</p>", "<p>The lamp</p>", "<p>The lamp</p>"],
    ["markup only", "<p>The lamp</p>", "<p>The <em>lamp</em></p>", "<p>The <em>lamp</em></p>"],
    ["a paragraph more", "<p>One</p>", "<p>One</p><p>Two three</p>", "<p>One</p><p>+Two three+</p>"],
    [
      "a paragraph less",
      "<p>One</p><p>Two</p><h2>X</h2>",
      "<p>One</p><h2>X</h2>",
      "<p>One</p><p>-Two-</p><h2>X</h2>",
    ],
    [
      "a list item less, told in the next place for text",
      "<ul><li>One</li><li>Two</li></ul><p>End</p>",
      "<ul><li>One</li></ul><p>End</p>",
      "<ul><li>One</li></ul><p>-Two-</p><p>End</p>",
    ],
    [
      "a picture",
      '<p>See</p><img src="/files/1/a.png" alt="A &lt;b&gt; curve"/>',
      '<p>See</p><img src="/files/2/b.png" alt="B"/>',
      '<p>See</p><p>-[Picture: A &lt;b&gt; curve]-</p>+<img src="/files/2/b.png" alt="B"/>+',
    ],
  ])("shows %s", (_, before, after, expected) => expect(marked(before, after)).toBe(expected));

  it("keeps the knowledge checks of now in their places", () => {
    const segments = markDifferences(
      [html("<p>One</p>"), check("old"), html("<p>Two</p>")],
      [html("<p>One</p>"), check("new"), html("<p>Three</p>"), check("more")],
    );
    expect(segments.map((segment) => (segment.kind === "html" ? "html" : segment.id))).toEqual([
      "html",
      "new",
      "html",
      "more",
    ]);
  });

  it("takes words of before, never tags", () => {
    const hostile = '<p><a href="javascript:alert(1)">Click &lt;script&gt;alert(1)&lt;/script&gt;</a></p>';
    const [segment] = markDifferences([html(hostile)], [html("<p>Safe</p>")]);
    const tags = (segment as { html: string }).html.match(/<[^>]*>/g);
    expect(tags).toEqual([
      "<p>",
      '<del class="lesson-mark">',
      "</del>",
      '<ins class="lesson-mark">',
      "</ins>",
      "</p>",
    ]);
  });

  it("stays well-formed whatever becomes of whatever", () => {
    const words = [
      "<p>a b</p>",
      "<ul><li>c <em>d</em></li></ul>",
      "<h2>e</h2>",
      "<table><tr><td>f</td></tr></table>",
    ];
    const lessons = words.flatMap((a) => words.map((b) => `${a}${b}`));
    for (const before of lessons)
      for (const after of lessons) {
        const result = markDifferences([html(before)], [html(after)]);
        const tokens = tokensOf((result[0] as { html: string }).html);
        const open: string[] = [];
        for (const { kind, text } of tokens)
          if (kind === "tag") {
            const { name, opens } = tagOf(text);
            if (opens) open.push(name);
            else expect(open.pop()).toBe(name);
          }
        expect(open).toEqual([]);
        expect(blocksOf(tokens).flat()).toEqual(tokens);
      }
  });

  it("is bounded: two long lessons with nothing in common are told as a whole", () => {
    const long = (word: string) =>
      html(`<p>${Array.from({ length: 40_000 }, (_, i) => word + i).join(" ")}</p>`);
    const started = performance.now();
    const [segment] = markDifferences([long("a")], [long("b")]);
    expect((segment as { html: string }).html.match(/<del/g)).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
