import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderBlock, renderInline } from "../questions/render-question-text.server";
import { htmlTree, textOf } from "./html-tree";
import { markdownFromHtml } from "./markdown-from-html";
import { markdownFromText, textFromMarkdown } from "./markdown-from-text";

const losses = (html: string) => {
  const lost: string[] = [];
  const markdown = markdownFromHtml(html, (what) => lost.push(what));
  return { markdown, lost };
};
const words = (text: string) => text.replace(/[\s\u0085]+/gu, " ").trim();

describe("plain text", () => {
  it.each([
    ["1. not a list", "1\\. not a list"],
    ["# no heading", "\\# no heading"],
    ["a * b * c and _d_", "a \\* b \\* c and \\_d\\_"],
    ["<b>not bold</b>", "\\<b>not bold\\</b>"],
    ["$x^2$ and \\(y\\)", "$x^2$ and \\\\(y\\\\)"],
    ["one\ntwo\n\nthree", "one\\\ntwo\n\nthree"],
    ["see http://example.org.", "see `http://example.org`."],
    ["שלום עולם 🙂", "שלום עולם 🙂"],
  ])("%j stays what it is", (text, markdown) => {
    expect(markdownFromText(text)).toBe(markdown);
  });

  it("shows the same words, whatever they are", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ..."* _ ` ~~ # > - + 1. 1) [a](b) ![c](d) <b> </b> &amp; &lt; \\ \\( $ | |-| --- === [^1]: http://a.b www.c.d e@f.gh https://i.jk / : ! ]]> {x}".split(
          " ",
        ),
      ),
      fc.constantFrom(" ", "\n", "    ", "\t", "word"),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 10 }), (pieces) => {
        const text = pieces
          .join("")
          .replace(/[\0\ufffd]/g, "")
          .trim();
        fc.pre(text !== "");
        const inline = htmlTree(renderInline(markdownFromText(text, { inline: true })));
        expect(words(textOf(inline))).toBe(words(text));
        expect(words(textOf(htmlTree(renderBlock(markdownFromText(text)))))).toBe(words(text));
      }),
      { numRuns: 300 },
    );
  });

  it("comes back from Markdown that says no more", () => {
    expect(textFromMarkdown(markdownFromText("a * b_c_ <d>"))).toBe("a * b_c_ <d>");
    expect(textFromMarkdown("an *emphasised* word")).toBeNull();
    expect(textFromMarkdown("- a list")).toBeNull();
  });
});

describe("HTML", () => {
  it.each([
    ["<p>One<b> bold </b>word</p><p>Two<br>lines</p>", "One **bold** word\n\nTwo\\\nlines"],
    ["a<br><br>b", "a\n\nb"],
    ["<ul><li>one<ol><li>two</li></ol></li><li><p>three</p></li></ul>", "- one\n  1. two\n- three"],
    ["<pre>if (a) {\n  b\n}</pre> and <code>c|d</code>", "```\nif (a) {\n  b\n}\n```\n\nand `c|d`"],
    ['<a href="https://example.org/x">here</a>', "[here](https://example.org/x)"],
    ["<table><tr><th>a|b</th><td>c</td></tr></table>", "| a\\|b | c |\n| ---- | - |"],
    ["5 &lt; 6 &amp; 7 &gt; 6 &eacute;&nbsp;*", "5 < 6 & 7 > 6 é \\*"],
    ["<b><p>inside out</p></b>", "inside out"],
    ["<p>never closed <i>at all", "never closed *at all*"],
    ["<blockquote><p>quoted</p></blockquote>", "> quoted"],
  ])("%j", (html, markdown) => {
    expect(losses(html).markdown).toBe(markdown);
    expect(() => renderBlock(markdown)).not.toThrow();
  });

  it.each([
    ['x <img src="a.png" alt="A chart">', "x (A chart)", "Pictures"],
    [
      "H<sub>2</sub>O, m<sup>2</sup>, x<sup>ab</sup>",
      "H₂O, m², x^(ab)",
      "Text set higher or lower (it becomes ², ₂ or ^(…))",
    ],
    ['<a href="http://example.org">here</a>', "here", "Links that do not begin with https://, mailto: or /"],
    ["<script>alert(1)</script>kept", "kept", "Scripts"],
    ["<h3>Title</h3>", "**Title**", "Headings (they become bold text)"],
    ["<iframe src='https://example.org'></iframe>kept", "kept", "Embedded pages"],
  ])("%j names what is lost", (html, markdown, what) => {
    const found = losses(html);
    expect(found.markdown).toBe(markdown);
    expect(found.lost).toContain(what);
  });

  it("becomes one paragraph where an answer has to be one", () => {
    const html = "<p>a</p><ul><li>b</li><li>c</li></ul><pre>d\ne</pre>";
    const markdown = markdownFromHtml(html, () => undefined, { inline: true });
    expect(markdown).toBe("a\\\n• b\\\n• c\\\n`d`\\\n`e`");
    expect(() => renderInline(markdown)).not.toThrow();
  });

  it("is bounded in depth", () => {
    expect(losses("<div><b>".repeat(20_000) + "deep").markdown).toContain("deep");
  });

  it("is taken as Markdown, whatever it is", () => {
    const tag = fc.constantFrom(
      ..."p b i ul li ol table tr td pre code br a div sub blockquote h2 span".split(" "),
    );
    const piece = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(" ", "\n", "x", "*", "_", "|", "`", "1.", "#", "&amp;", "<", "http://a.b", "word "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const html = pieces.join("");
        const markdown = losses(html).markdown;
        if (markdown !== "") expect(() => renderBlock(markdown)).not.toThrow();
        const inline = markdownFromHtml(html, () => undefined, { inline: true });
        if (inline !== "") expect(() => renderInline(inline)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});
