import { describe, expect, it } from "vitest";
import { checkLesson } from "./check-lesson.server";
import { LessonProblems } from "./lesson-problems";
import { bounds, sizeProblems } from "./size-bounds";

/** Refused by counting, so that the parser, whose time they would take, never sees them. */
const huge: [name: string, source: string][] = [
  ["10,000 nested quotes", `${"> ".repeat(10_000)}a`],
  ["10,000 nested quotes without spaces", `${">".repeat(10_000)}a`],
  ["10,000 nested lists", `${"- ".repeat(10_000)}a`],
  ["1,000 numbered lists in one line", `${"1. ".repeat(1_000)}a`],
  [
    "lists nested by indentation",
    Array.from({ length: 200 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n"),
  ],
  ["a quote six levels deep, 1,000 times", "> > > > > > a\n\n".repeat(1_000)],
  ["2,900 lines far to the right", `${" ".repeat(38)}- a\n`.repeat(2_900)],
  ["2 MB of text", "word ".repeat(400_000)],
  ["2 MB without a space", "a".repeat(2_000_000)],
  ["200 kB of four-byte characters", "😀 ".repeat(70_000)],
  ["100,000 lines", "a\n".repeat(100_000)],
  ["50,000 emphasis marks", "*a _b ".repeat(10_000)],
  ["50,000 opening brackets", "[".repeat(50_000)],
  ["50,000 nested pictures", "![".repeat(25_000)],
  ["5,000 nested blocks", "<Tabs>".repeat(5_000)],
  [
    "backticks of every length",
    Array.from({ length: 500 }, (_, length) => "`".repeat(length + 1)).join(" a "),
  ],
  ["a long word for the address finder", "a.".repeat(20_000)],
  ["braces for the expression parser", `{${"}".repeat(20_000)}`],
  ["tabs that push to the right", `${"\t".repeat(100)}a`],
];

describe("counts taken before parsing", () => {
  it.each(huge)("refuse %s", (_, source) => {
    expect(sizeProblems(source)).toHaveLength(1);
    expect(() => checkLesson(source, { assets: new Map() })).toThrow(LessonProblems);
  });

  it("let through a long lesson as people write them", () => {
    const section = `## Heading\n\n${"A sentence of *eight* words with [a link](https://a.example). ".repeat(12)}\n\n| a | b |\n| - | - |\n${"| **1** | `2` |\n".repeat(40)}\n`;
    expect(sizeProblems(section.repeat(20))).toEqual([]);
  });
});

describe("counts taken of the tree", () => {
  const refused = (source: string) => () => checkLesson(source, { assets: new Map() });

  it("refuse a table that would grow when its rows are filled up", () => {
    const wide = `${"|a".repeat(40)}|\n${"|-".repeat(40)}|\n${"|b\n".repeat(100)}`;
    expect(refused(wide)).toThrow("too large");
  });

  it("refuse blocks nested beyond the depth", () => {
    const depth = bounds.depth + 5;
    const source = `${'<Callout kind="note">\n\n'.repeat(depth)}a\n\n${"</Callout>\n\n".repeat(depth)}`;
    expect(refused(source)).toThrow("nested too deeply");
  });

  it("refuse a code block too long to be coloured", () => {
    expect(refused(`\`\`\`js\n${"var a = 1;\n".repeat(1_300)}\`\`\``)).toThrow("too long");
  });
});
