import { describe, expect, it } from "vitest";
import { givenAssets, givenCheck } from "../../../tests/setup/given-lesson";
import { checkLesson } from "./check-lesson.server";
import { LessonProblems, type LessonProblem } from "./lesson-problems";

const context = {
  assets: new Map(givenAssets.map((each) => [each.name, each])),
  lessons: new Set(["other"]),
};

function problemsOf(source: string): readonly LessonProblem[] {
  try {
    checkLesson(source, context);
    return [];
  } catch (error) {
    if (error instanceof LessonProblems) return error.problems;
    throw error;
  }
}

/** Each with the line on which it must be found. */
const hostile: [name: string, source: string, line: number][] = [
  ["an import", 'Text\n\nimport fs from "node:fs"', 3],
  ["an export", "export const x = 1", 1],
  ["a default export", "export default function x() {}", 1],
  ["an import in the first line of many", 'import "x"\nimport "y"', 1],
  ["an import as a heading", "import x\n===", 1],
  ["an import in a block", '<Callout kind="note">\n\nimport "x"\n\n</Callout>', 3],
  ["an expression", "Hello {process.exit()}", 1],
  ["an expression on its own line", "Text\n\n{process.exit()}", 3],
  ["an expression in a list", "- one\n- {1 + 1}", 2],
  ["an expression in a table", "| a |\n| - |\n| {x} |", 3],
  ["an expression in a heading", "## {x}", 1],
  ["an expression in a link's text", "[{x}](https://a.example)", 1],
  ["an empty expression", "{}", 1],
  ["an expression after a comment", "{/* a */ process.exit()}", 1],
  ["an expression between comments", "{/* a */ x /* b */}", 1],
  ["a line comment that hides code", "{// a\nprocess.exit()}", 1],
  ["a comment with a brace", "{/* } */}", 1],
  ["an unclosed brace", "Text {", 1],
  ["a template literal", "{`${process.env.HOME}`}", 1],
  ["a spread", '<Callout kind="note" {...x}>text</Callout>', 1],
  ["an attribute expression", "<Callout kind={x}>text</Callout>", 1],
  ["a string in an attribute expression", '<Figure src={"./curve.svg"} alt="x" />', 1],
  [
    "nested MDX in a property",
    '<Callout kind="note" title={<Callout kind="note">a</Callout>}>b</Callout>',
    1,
  ],
  ["an unknown block", "<Script />", 1],
  ["a block of the prototype", "<constructor />", 1],
  ["a block named like a property of objects", "<toString />", 1],
  ["a member of a block", "<Callout.constructor />", 1],
  ["a namespaced block", "<svg:script />", 1],
  ["a fragment", "<>text</>", 1],
  ["this", "<this />", 1],
  ["an unknown property", '<Callout kind="note" onClick="x">text</Callout>', 1],
  ["dangerouslySetInnerHTML", '<Callout kind="note" dangerouslySetInnerHTML="x">text</Callout>', 1],
  ["__proto__", '<Callout kind="note" __proto__="x">text</Callout>', 1],
  ["constructor", '<Callout kind="note" constructor="x">text</Callout>', 1],
  ["prototype", '<Callout kind="note" prototype="x">text</Callout>', 1],
  ["ref and key", '<Callout kind="note" ref="x" key="y">text</Callout>', 1],
  ["style", '<Callout kind="note" style="color:red">text</Callout>', 1],
  ["children as a property", '<Callout kind="note" children="x">text</Callout>', 1],
  ["a namespaced property", '<Figure xlink:href="javascript:x" src="./curve.svg" alt="x" />', 1],
  ["a property twice", '<Callout kind="note" kind="tip">text</Callout>', 1],
  ["a script", "<script>alert(1)</script>", 1],
  ["an iframe", '<iframe src="https://a.example" />', 1],
  ["an image tag with a handler", '<img src="x" onerror="alert(1)" />', 1],
  ["a link tag", '<a href="javascript:alert(1)">x</a>', 1],
  ["a style tag", "<style>a</style>", 1],
  ["an HTML comment", "<!-- x -->", 1],
  ["a doctype", "<!doctype html>", 1],
  ["javascript:", "[x](javascript:alert(1))", 1],
  ["javascript: in capitals", "[x](JaVaScRiPt:alert(1))", 1],
  ["javascript: by entity", "[x](&#106;avascript:alert(1))", 1],
  ["javascript: by hex entity", "[x](&#x6a;avascript:alert(1))", 1],
  ["javascript: by a twice escaped entity", "[x](&amp;#106;avascript:alert(1))", 1],
  ["a colon by entity", "[x](javascript&colon;alert(1))", 1],
  ["a tab in the scheme", "[x](<java\tscript:alert(1)>)", 1],
  ["a tab by entity in the scheme", "[x](java&Tab;script:alert(1))", 1],
  ["a line feed by entity in the scheme", "[x](java&NewLine;script:alert(1))", 1],
  ["a control character before the scheme", "[x](&#1;javascript:alert(1))", 1],
  ["a zero-width space in the scheme", "[x](java\u200bscript:alert(1))", 1],
  ["a percent-encoded scheme", "[x](javascript%3Aalert(1))", 1],
  ["data:", "[x](data:text/html,x)", 1],
  ["vbscript:", "[x](vbscript:x)", 1],
  ["file:", "[x](file:///etc/passwd)", 1],
  ["blob:", "[x](blob:https://a.example/x)", 1],
  ["an address without a scheme", "[x](//evil.example/x)", 1],
  ["an address with backslashes", "[x](\\\\\\\\evil.example)", 1],
  ["a slash and a backslash", "[x](/\\\\evil.example)", 1],
  ["climbing out", "[x](./../../admin)", 1],
  ["an unsafe link definition", "[x][a]\n\n[a]: javascript:alert(1)", 3],
  ["an unsafe definition that nobody uses", "[a]: javascript:alert(1)", 1],
  ["an unsafe link in a footnote", "x[^1]\n\n[^1]: [y](javascript:alert(1))", 3],
  ["a picture from elsewhere", "![x](https://evil.example/x.png)", 1],
  ["a picture as data", "![x](data:image/svg+xml,x)", 1],
  ["a picture by reference", "![x][a]\n\n[a]: ./curve.svg", 1],
  ["a picture from another folder", "![x](./../secret.svg)", 1],
  ["a picture that is not there", "![x](./missing.svg)", 1],
  ["a film as a picture", "![x](./walk.webm)", 1],
  ["a picture without alternative", "![](./curve.svg)", 1],
  ["a figure without alternative", '<Figure src="./curve.svg" />', 1],
  ["a figure with an empty alternative", '<Figure src="./curve.svg" alt=" " />', 1],
  ["a figure whose file is missing", '<Figure src="./nope.svg" alt="x" />', 1],
  ["a figure that is a PDF", '<Figure src="./list.pdf" alt="x" />', 1],
  ["a figure with content", '<Figure src="./curve.svg" alt="x">text</Figure>', 1],
  ["a film without captions", '<Video src="./walk.webm" title="x">\n\nText\n\n</Video>', 1],
  [
    "captions that are no captions",
    '<Video src="./walk.webm" captions="./list.pdf" title="x">\n\nText\n\n</Video>',
    1,
  ],
  ["a film without a transcript", '<Video src="./walk.webm" captions="./talk.vtt" title="x"></Video>', 1],
  ["an empty required property", '<Definition term="">\n\nx\n\n</Definition>', 1],
  ["a callout of no kind", "<Callout>\n\nx\n\n</Callout>", 1],
  ["a callout of an unknown kind", '<Callout kind="danger">\n\nx\n\n</Callout>', 1],
  ["a block within a text", 'A <Callout kind="note">b</Callout> c', 1],
  ["a tab on its own", '<Tab title="x">\n\ny\n\n</Tab>', 1],
  ["text among tabs", "<Tabs>\n\nText\n\n</Tabs>", 3],
  ["a comparison without a table", '<Comparison caption="x">\n\nText\n\n</Comparison>', 1],
  ["a link to a lesson that is not there", "[x](./nowhere)", 1],
  ["a link straight to a file", "[x](./list.pdf)", 1],
  ["a heading of level one", "# Title", 1],
  ["a heading that skips a level", "## a\n\n#### b", 3],
  ["a code language nobody knows", "```klingon\nx\n```", 1],
  ["an unclosed block", '<Callout kind="note">\n\ntext', 1],
  ["blocks closed in the wrong order", '<Tabs><Tab title="x">a</Tabs></Tab>', 1],
  ["a knowledge check in a callout", `<Callout kind="note">\n\n${givenCheck}\n\n</Callout>`, 3],
  ["a knowledge check in a quote", `> ${givenCheck.replaceAll("\n", "\n> ")}`, 1],
  ["a knowledge check twice", `${givenCheck}\n\n${givenCheck}`, 12],
  ["a knowledge check without a right choice", givenCheck.replace(" correct", ""), 1],
  [
    "a knowledge check with only right choices",
    givenCheck.replaceAll("<Choice why", "<Choice correct why"),
    1,
  ],
  ["a knowledge check with two choices", givenCheck.replace('<Choice why="WHY-C">Perhaps</Choice>\n', ""), 1],
  ["a choice without a reason", givenCheck.replace(' why="WHY-A"', ""), 2],
  ["a flag with a value", givenCheck.replace(" correct ", ' correct="yes" '), 3],
  ["a link in a choice", givenCheck.replace("Yes", "[Yes](https://a.example)"), 3],
  ["a knowledge check whose id is no slug", givenCheck.replace('"first"', '"__proto__"'), 1],
  ["JavaScript front matter", "---js\nprocess.exit()\n---\nText", 1],
  ["JavaScript front matter with a space", "--- js\nprocess.exit()\n---\nText", 1],
  [
    "JavaScript front matter behind two byte order marks",
    "\uFEFF\uFEFF---javascript\nprocess.exit()\n---\nText",
    1,
  ],
  ["front matter in JSON", '---json\n{"title":"x"}\n---\nText', 1],
  [
    "front matter with a tag that builds functions",
    "---\ntitle: !!js/function 'x'\nminutes: 1\nsummary: !!js/regexp x\nextra: 1\n---\nText",
    5,
  ],
  ["front matter with unknown keys", "---\ntitle: a\nminutes: 1\nsummary: b\n__proto__: x\n---\nText", 5],
  ["front matter that is no YAML", "---\ntitle: [\n---\nText", 3],
  ["front matter that does not end", "---\ntitle: a\n\nText", 1],
  [
    "front matter made of aliases",
    `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n---\nText`,
    1,
  ],
];

describe("the allow-list refuses", () => {
  it.each(hostile)("%s", (_, source, line) => {
    const problems = problemsOf(source);
    expect(problems.map((problem) => problem.line)).toContain(line);
    for (const problem of problems) {
      expect(problem.column).toBeGreaterThan(0);
      expect(problem.message).toMatch(/\.$/);
      expect(problem.advice).toMatch(/\S/);
    }
  });

  it("and says so for each line, after front matter too", () => {
    const source = "---\ntitle: a\nminutes: 1\nsummary: b\n---\n\n{x}\n\n<Nope />\n";
    expect(problemsOf(source).map(({ line }) => line)).toEqual([7, 9]);
  });
});

const harmless: [name: string, source: string][] = [
  ["prose about code", "`{process.exit()}` and \\{x\\} and 1 \\< 2"],
  ["code blocks", "```js\nimport x from 'y'\nexport default {x}\n```"],
  ["a comment", "Text {/* a note to myself */}\n\n{/* another */}"],
  [
    "words that begin with import",
    "Imports are rising.\n\nimportant things\n\n- import this\n\n> export that",
  ],
  [
    "links of every kind",
    "[a](https://a.example/x?y=1#z) [b](mailto:a@b.example) [c](tel:+15550100) [d](./other) [e](/courses/x) [f](#g)",
  ],
  ["addresses as text", "https://a.example and www.a.example and a@b.example"],
  [
    "footnotes, tables and tasks",
    "x[^1]\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n[^1]: Note",
  ],
  ["a picture", "![A rising curve](./curve.svg)"],
  ["a film", '<Video src="./walk.webm" captions="./talk.vtt" title="x" seconds="40">\n\nWords\n\n</Video>'],
  ["a knowledge check", givenCheck],
  [
    "blocks in blocks",
    '<Tabs>\n<Tab title="a">\n\n<Callout kind="tip">\n\n<Figure src="./curve.svg" alt="x" />\n\n</Callout>\n\n</Tab>\n</Tabs>',
  ],
  ["no front matter at all", "Text\n\n---\n\nMore"],
];

describe("the allow-list takes", () => {
  it.each(harmless)("%s", (_, source) => {
    expect(problemsOf(source)).toEqual([]);
  });
});
