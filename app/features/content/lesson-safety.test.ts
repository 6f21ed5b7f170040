import fc from "fast-check";
import { expect, it } from "vitest";
import { givenAssets, givenBlocks, givenCheck } from "../../../tests/setup/given-lesson";
import { compileLesson } from "./compile-lesson.server";
import { LessonProblems } from "./lesson-problems";

const compile = (source: string) =>
  compileLesson({ source, origin: "studio", courseSlug: "the-course", assets: givenAssets });

const harmlessTag = /<\/?([a-z][a-z0-9]*)((?:\s[a-zA-Z-]+(?:="[^"<>]*")?)*)\s*\/?>/g;
const tags = new Set(
  "a aside blockquote br code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li ol p pre section span strong summary sup table tbody td th thead tr track ul video".split(
    " ",
  ),
);

/** What is left of HTML that could do harm: unknown tags, handlers, styles and addresses that run. */
function harm(page: string): string[] {
  const found: string[] = [];
  const rest = page.replace(harmlessTag, (tag, name: string, attributes: string) => {
    if (!tags.has(name)) found.push(tag);
    for (const [attribute, key, value = ""] of attributes.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)) {
      if (/^(on|style$|srcdoc$|formaction$)/i.test(key!)) found.push(attribute);
      if (/^(href|src|poster|data|action)$/i.test(key!) && !/^(https?:|mailto:|tel:|#|\/(?!\/))/.test(value))
        found.push(attribute);
    }
    return "";
  });
  return /[<>]/.test(rest) ? [...found, rest] : found;
}

it("knows harm when it sees it", () => {
  for (const bad of [
    "<script>x</script>",
    '<p onclick="x">',
    '<a href="javascript:x">',
    '<a href="//x">',
    '<p style="x">',
    "<p <b",
    '<iframe src="/x">',
  ])
    expect(harm(bad)).not.toEqual([]);
  expect(harm('<p class="a">x &lt;script&gt;<br/></p>')).toEqual([]);
});

const pieces = fc.constantFrom(
  ...[
    "<",
    ">",
    "{",
    "}",
    "/>",
    "</",
    "*",
    "_",
    "`",
    "[",
    "](",
    ")",
    "!",
    "\n",
    "\n\n",
    "- ",
    "> ",
    "| a |\n| - |\n",
    "## ",
    "~~",
    "[^1]",
    "[^1]: ",
  ],
  ...[
    "javascript:",
    "&#106;avascript:",
    "java&Tab;script:",
    "data:",
    "https://a.example",
    "./curve.svg",
    "./other",
    "onerror=",
    "style=",
    '"',
    "'",
    "=",
  ],
  ...[
    "<Callout",
    ' kind="note"',
    "<Figure",
    ' src="./curve.svg"',
    ' alt="x"',
    "<script>",
    "<img",
    "<a href=",
    "</Callout>",
    "<Tabs>",
    "{...x}",
    "{x}",
    "{/* c */}",
  ],
  ...[
    "import x",
    "export y",
    "---",
    "---js",
    "&lt;",
    "&quot;",
    "\\",
    "\t",
    "\u0000",
    "\u200b",
    "attest-check",
    "<attest-check>",
    "text ",
    "```",
    "www.a.example",
    "a@b.example",
  ],
  ...Object.values(givenBlocks),
  givenCheck,
);

it("makes of any source a refusal or harmless HTML", { timeout: 300_000 }, async () => {
  const outcomes = { refused: 0, compiled: 0 };
  const source = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );
  await fc.assert(
    fc.asyncProperty(source, async (text) => {
      const compiled = await compile(text).catch((error: unknown) => {
        if (error instanceof LessonProblems) return null;
        throw error;
      });
      outcomes[compiled ? "compiled" : "refused"]++;
      if (!compiled) return;
      for (const segment of compiled.segments) {
        const parts =
          segment.kind === "html"
            ? [segment.html]
            : [segment.question, ...segment.choices.map((choice) => choice.html)];
        for (const part of parts) expect(harm(part)).toEqual([]);
      }
      for (const key of Object.values(compiled.checks)) expect(harm(key.explanation)).toEqual([]);
    }),
    { numRuns: 250 },
  );
  expect(outcomes.refused).toBeGreaterThan(10);
  expect(outcomes.compiled).toBeGreaterThan(10);
});
