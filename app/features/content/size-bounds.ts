/**
 * Counts that are cheap to take and are taken before the parser sees the source. Markdown's grammar makes a parser's
 * work grow with the square of nesting, of emphasis marks in one block and of backtick runs, so these stay small.
 */
import { problemAt, type LessonProblem } from "./lesson-problems";

export const bounds = {
  bytes: 200_000,
  lines: 3_000,
  lineLength: 20_000,
  wordLength: 1_500,
  indent: 120,
  containers: 6,
  containersInAll: 3_000,
  backticks: 12,
  marks: 12_000,
  marksInBlock: 1_500,
  angles: 1_500,
  codeBytes: 12_000,
  tableColumns: 16,
  tableRows: 300,
  depth: 40,
  nodes: 20_000,
} as const;

const LEADING = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/;
const CONTAINER = />|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)/g;
const MARK = /[*_~[\]{}`|&!\\]/g;

export function sizeProblems(source: string): LessonProblem[] {
  if (source.length > bounds.bytes || byteLength(source) > bounds.bytes)
    return [
      tooBig(1, `The lesson is larger than ${bounds.bytes / 1000} kB.`, "Split it into several lessons."),
    ];
  const lines = source.split(/\r\n|\r|\n/);
  if (lines.length > bounds.lines)
    return [
      tooBig(
        bounds.lines,
        `The lesson has more than ${bounds.lines} lines.`,
        "Split it into several lessons.",
      ),
    ];

  let marks = 0;
  let angles = 0;
  let marksInBlock = 0;
  let containers = 0;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const problem = lineProblem(text, line);
    if (problem) return [problem];
    const found = text.match(MARK)?.length ?? 0;
    marks += found;
    angles += text.split("<").length - 1;
    containers += containersOf(leadingOf(text)) + Math.floor(indentOf(text) / 8);
    marksInBlock = text.trim() === "" ? 0 : marksInBlock + found;
    if (marksInBlock > bounds.marksInBlock)
      return [
        tooBig(
          line,
          `This block has more than ${bounds.marksInBlock} formatting signs.`,
          "Divide it by an empty line.",
        ),
      ];
    if (marks > bounds.marks || angles > bounds.angles || containers > bounds.containersInAll)
      return [
        tooBig(
          line,
          "The lesson has too many formatting signs, list items or tags.",
          "Split it into several lessons.",
        ),
      ];
  }
  return [];
}

function lineProblem(text: string, line: number): LessonProblem | null {
  if (text.length > bounds.lineLength)
    return tooBig(
      line,
      `This line is longer than ${bounds.lineLength} characters.`,
      "Break it into paragraphs.",
    );
  const leading = leadingOf(text);
  if (containersOf(leading) > bounds.containers)
    return tooBig(
      line,
      "Quotes or lists are nested too deeply here.",
      `Use at most ${bounds.containers} levels.`,
    );
  if (indentOf(text) > bounds.indent)
    return tooBig(line, "This line is indented too far.", `Indent by at most ${bounds.indent} spaces.`);
  if (longestRun(text, /\S+/g) > bounds.wordLength)
    return tooBig(
      line,
      `This line has a word of more than ${bounds.wordLength} characters.`,
      "Shorten it, or put it in a file to download.",
    );
  if (longestRun(text, /`+/g) > bounds.backticks)
    return tooBig(line, "There are too many backticks in a row here.", "Use three to open a code block.");
  return null;
}

function leadingOf(text: string): string {
  return LEADING.exec(text.slice(0, 2_000))?.[0] ?? "";
}

/** Each line pays for the lists it may be inside of, which its indentation bounds. */
function indentOf(text: string): number {
  return leadingOf(text).replaceAll("\t", "    ").length;
}

function containersOf(leading: string): number {
  return leading.match(CONTAINER)?.length ?? 0;
}

function longestRun(text: string, pattern: RegExp): number {
  let longest = 0;
  for (const [run] of text.matchAll(pattern)) longest = Math.max(longest, run.length);
  return longest;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

function tooBig(line: number, message: string, advice: string): LessonProblem {
  return problemAt({ start: { line, column: 1 } }, message, advice);
}
