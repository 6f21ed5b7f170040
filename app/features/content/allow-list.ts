/**
 * What a lesson may be made of. Asked of the tree before anything is compiled, and again as the first remark plugin of
 * the compiler, whose parser could see what ours did not. Everything that is not named here is refused.
 */
import type { Definition, Heading, Image, Link, Nodes, Root, Table } from "mdast";
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression";
import { blockProblems } from "./block-check";
import { isBlock } from "./block-nodes";
import type { CheckContext, Parents } from "./check-context";
import { codeLanguages } from "./code-languages";
import { problemAt, refuseWhenAny, type LessonProblem } from "./lesson-problems";
import { assetName, linkAdvice, linkProblem } from "./safe-url";
import { bounds } from "./size-bounds";

type Report = (problem: LessonProblem) => void;

const PLAIN = new Set(
  [
    "root",
    "paragraph",
    "text",
    "emphasis",
    "strong",
    "delete",
    "inlineCode",
    "blockquote",
    "list",
    "listItem",
  ].concat([
    "tableRow",
    "tableCell",
    "thematicBreak",
    "break",
    "linkReference",
    "footnoteDefinition",
    "footnoteReference",
  ]),
);

/** The remark plugin. `source` is what the tree was parsed from. */
export function allowList(options: { source: string; context: CheckContext }) {
  return (tree: Root): void => refuseWhenAny(treeProblems(tree, options.source, options.context));
}

export function treeProblems(tree: Root, source: string, context: CheckContext): LessonProblem[] {
  const problems: LessonProblem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const lines = source.split(/\r\n|\r|\n/);
  let nodes = 0;
  let previousDepth = 1;

  /* A stack instead of recursion: a tree may be as deep as its source is long. */
  const waiting: { node: Nodes; parents: Parents }[] = [{ node: tree, parents: [] }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parents } = next;
    if (++nodes > bounds.nodes) {
      report(problemAt(node.position, "The lesson has too many parts.", "Split it into several lessons."));
      break;
    }
    if (parents.length > bounds.depth) {
      report(problemAt(node.position, "This is nested too deeply.", `Use at most ${bounds.depth} levels.`));
      break;
    }
    if (startsWithModuleWord(node, lines)) report(moduleProblem(node));
    if (node.type === "heading") previousDepth = checkHeading(node, previousDepth, report);
    else checkNode(node, parents, context, report);
    if ("children" in node) {
      const inside = [...parents, node];
      for (let index = node.children.length - 1; index >= 0; index--)
        waiting.push({ node: node.children[index]!, parents: inside });
    }
  }
  return problems;
}

function checkNode(node: Nodes, parents: Parents, context: CheckContext, report: Report): void {
  if (PLAIN.has(node.type)) return;
  if (isBlock(node)) return blockProblems(node, parents, context).forEach(report);
  switch (node.type) {
    case "link":
    case "definition":
      return checkLink(node, parents, context, report);
    case "image":
      return checkImage(node, context, report);
    case "imageReference":
      return report(
        problemAt(node.position, "Pictures cannot be given by reference.", "Write ![text](./name.svg)."),
      );
    case "code":
      if (node.lang && !codeLanguages.has(node.lang))
        report(
          problemAt(node.position, `Code in "${node.lang.slice(0, 30)}" cannot be coloured.`, languageAdvice),
        );
      if (node.value.length > bounds.codeBytes)
        report(problemAt(node.position, "This code block is too long.", "Put it in a file to download."));
      return;
    case "table":
      return checkTable(node, report);
    case "mdxFlowExpression":
    case "mdxTextExpression":
      return checkExpression(node, report);
    case "html":
      return report(problemAt(node.position, "Raw HTML is not taken.", "Use Markdown or one of the blocks."));
    default:
      /* mdxjsEsm and front matter among them: only the compiler's parser knows these. */
      report(
        problemAt(node.position, `A ${node.type} is not taken here.`, "Use Markdown or one of the blocks."),
      );
  }
}

const languageAdvice = `Use one of: ${[...codeLanguages].join(", ")}.`;

/** MDX reads a paragraph that begins so as JavaScript. */
function startsWithModuleWord(node: Nodes, lines: readonly string[]): boolean {
  const start = node.position?.start;
  if (!start || start.column !== 1 || !["paragraph", "heading", "table"].includes(node.type)) return false;
  return /^(?:import|export)(?![A-Za-z0-9_])/.test(lines[start.line - 1] ?? "");
}

function moduleProblem(node: Nodes): LessonProblem {
  return problemAt(
    node.position,
    "A paragraph cannot begin with import or export: a lesson has no code of its own.",
    "Reword it so that another word comes first.",
  );
}

function checkExpression(node: MdxFlowExpression | MdxTextExpression, report: Report): void {
  const comment = /^\s*\/\*([\s\S]*)\*\/\s*$/.exec(node.value)?.[1];
  if (comment !== undefined && !comment.includes("*/") && !/[{}]/.test(comment)) return;
  report(
    problemAt(
      node.position,
      "Braces hold an expression, and a lesson has no code.",
      "Write \\{ where the sign itself is meant, or remove it.",
    ),
  );
}

function checkHeading(node: Heading, previousDepth: number, report: Report): number {
  if (node.depth === 1)
    report(
      problemAt(
        node.position,
        "The lesson's title is its only heading of level one.",
        "Begin headings with ##.",
      ),
    );
  else if (node.depth > previousDepth + 1)
    report(
      problemAt(
        node.position,
        "This heading skips a level.",
        `Begin it with ${"#".repeat(previousDepth + 1)}.`,
      ),
    );
  return node.depth === 1 ? previousDepth : node.depth;
}

function checkLink(node: Link | Definition, parents: Parents, context: CheckContext, report: Report): void {
  const wrong = linkProblem(node.url);
  if (wrong) return report(problemAt(node.position, wrong, linkAdvice));
  if (parents.some((parent) => parent.type === "link"))
    report(problemAt(node.position, "A link cannot be inside a link.", "Take one of them away."));
  if (!node.url.startsWith("./")) return;
  const slug = node.url.slice(2).split("#")[0]!;
  if (assetName(node.url))
    report(
      problemAt(
        node.position,
        "Files are not linked to directly.",
        "Use a Download block, or a Figure for a picture.",
      ),
    );
  else if (context.lessons && !context.lessons.has(slug))
    report(
      problemAt(
        node.position,
        `There is no lesson "${slug.slice(0, 60)}" in this course.`,
        "Use the slug of a lesson.",
      ),
    );
}

function checkImage(node: Image, context: CheckContext, report: Report): void {
  const name = assetName(node.url);
  const asset = name === null ? undefined : context.assets.get(name);
  if (!asset?.mediaType.startsWith("image/"))
    report(
      problemAt(
        node.position,
        `There is no picture "${node.url.slice(0, 60)}" beside this lesson.`,
        "Write ./name.svg with the name of an uploaded picture.",
      ),
    );
  if (!node.alt?.trim())
    report(
      problemAt(
        node.position,
        "This picture has no text alternative.",
        "Write what it shows in the square brackets.",
      ),
    );
}

/** The compiler fills short rows up to the header's width, which a hostile table would use to grow without bound. */
function checkTable(node: Table, report: Report): void {
  const columns = node.children[0]?.children.length ?? 0;
  if (columns > bounds.tableColumns || node.children.length > bounds.tableRows)
    report(
      problemAt(
        node.position,
        "This table is too large to be read.",
        `Use at most ${bounds.tableColumns} columns and ${bounds.tableRows} rows, or a file to download.`,
      ),
    );
}
