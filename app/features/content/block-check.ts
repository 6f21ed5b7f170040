/** One block: its name, its place, its properties and what it holds. */
import type { Nodes } from "mdast";
import type { MdxJsxAttribute } from "mdast-util-mdx-jsx";
import type { CheckContext, Parents } from "./check-context";
import { childrenOf, holdsOnlyBlocks, isBlock, type BlockNode } from "./block-nodes";
import { blockNames, blocks, fitsMedia, type BlockRule, type PropKind } from "./block-vocabulary";
import { knowledgeCheckProblems } from "./knowledge-check-rules";
import { problemAt, type LessonProblem } from "./lesson-problems";
import { SLUG } from "./lesson";
import { assetName } from "./safe-url";

const LONGEST_TEXT = 1_200;

export function blockProblems(node: BlockNode, parents: Parents, context: CheckContext): LessonProblem[] {
  const rule = node.name === null ? undefined : blocks.get(node.name);
  if (!rule) return [unknownBlock(node)];
  return [
    ...placeProblems(node, rule, parents),
    ...attributeProblems(node, rule, context),
    ...contentProblems(node, rule),
    ...(node.name === "KnowledgeCheck" ? knowledgeCheckProblems(node) : []),
  ];
}

function unknownBlock(node: BlockNode): LessonProblem {
  const name = node.name ?? "";
  if (/^[a-z][a-z0-9-]*$/.test(name))
    return problemAt(
      node.position,
      `Raw HTML such as <${name.slice(0, 30)}> is not taken.`,
      "Use Markdown or one of the blocks.",
    );
  return problemAt(
    node.position,
    `There is no block <${name.slice(0, 40)}>.`,
    `The blocks are ${blockNames.join(", ")}.`,
  );
}

function placeProblems(node: BlockNode, rule: BlockRule, parents: Parents): LessonProblem[] {
  const around = parents.filter((parent) => !holdsOnlyBlocks(parent)).at(-1);
  if (rule.within === null) {
    const inText = node.type === "mdxJsxTextElement" && !(parents.at(-1) && holdsOnlyBlocks(parents.at(-1)!));
    return inText
      ? [
          problemAt(
            node.position,
            `<${node.name}> stands in the middle of a text.`,
            "Put it on lines of its own.",
          ),
        ]
      : [];
  }
  if (rule.within === "top")
    return around?.type === "root"
      ? []
      : [
          problemAt(
            node.position,
            `<${node.name}> is inside something else.`,
            "Move it to the top level of the lesson.",
          ),
        ];
  return around && isBlock(around) && around.name === rule.within
    ? []
    : [
        problemAt(
          node.position,
          `<${node.name}> belongs in <${rule.within}>.`,
          `Put it directly inside a <${rule.within}>.`,
        ),
      ];
}

function attributeProblems(node: BlockNode, rule: BlockRule, context: CheckContext): LessonProblem[] {
  const problems: LessonProblem[] = [];
  const seen = new Set<string>();
  const advice = `Write ${rule.example}.`;
  for (const attribute of node.attributes) {
    const place = attribute.position ?? node.position;
    if (attribute.type === "mdxJsxExpressionAttribute") {
      problems.push(problemAt(place, "Properties cannot be spread from an expression.", advice));
      continue;
    }
    const kind = rule.required.get(attribute.name) ?? rule.optional.get(attribute.name);
    const message =
      kind === undefined
        ? `<${node.name}> has no property "${attribute.name.slice(0, 40)}".`
        : seen.has(attribute.name)
          ? `"${attribute.name}" is given twice.`
          : valueProblem(attribute, kind, context);
    seen.add(attribute.name);
    if (message !== null) problems.push(problemAt(place, message, advice));
  }
  for (const name of rule.required.keys())
    if (!seen.has(name)) problems.push(problemAt(node.position, `<${node.name}> lacks "${name}".`, advice));
  return problems;
}

function valueProblem(
  { name, value }: MdxJsxAttribute,
  kind: PropKind,
  { assets }: CheckContext,
): string | null {
  if (kind === "flag") return value === null || value === undefined ? null : `"${name}" takes no value.`;
  if (typeof value !== "string") return `"${name}" must be a text in straight quotes.`;
  if (value.trim() === "") return `"${name}" is empty.`;
  if (value.length > LONGEST_TEXT) return `"${name}" is longer than ${LONGEST_TEXT} characters.`;
  if (typeof kind !== "string")
    return kind.includes(value) ? null : `"${name}" must be one of ${kind.join(", ")}.`;
  if (kind === "text") return null;
  if (kind === "slug")
    return SLUG.test(value) && value.length <= 80
      ? null
      : `"${name}" must be lower-case words joined by dashes.`;
  if (kind === "seconds")
    return /^[1-9]\d{0,3}$/.test(value) ? null : `"${name}" must be a whole number of seconds.`;
  const asset = assets.get(assetName(value) ?? "");
  if (!asset) return `There is no file "${value.slice(0, 80)}" beside this lesson.`;
  return fitsMedia(kind, asset.mediaType)
    ? null
    : `"${value}" is not a ${kind === "captions" ? "captions file (.vtt)" : kind}.`;
}

function contentProblems(node: BlockNode, rule: BlockRule): LessonProblem[] {
  const children = childrenOf(node);
  const problem = (message: string, place: Nodes = node) => [
    problemAt(place.position, message, `Write ${rule.example}.`),
  ];
  if (rule.content === "empty")
    return children.length === 0 ? [] : problem(`<${node.name}> holds nothing.`, children[0]);
  if (children.length === 0) return problem(`<${node.name}> is empty.`);
  if (rule.content === "markdown") return [];
  if (rule.content === "table")
    return children.length === 1 && children[0]!.type === "table"
      ? []
      : problem(`<${node.name}> holds exactly one table.`);
  const allowed = rule.content;
  const stranger = children.find((child) => !isBlock(child) || !allowed.includes(child.name ?? ""));
  return stranger
    ? problem(`<${node.name}> holds only ${allowed.map((name) => `<${name}>`).join(" and ")}.`, stranger)
    : [];
}
