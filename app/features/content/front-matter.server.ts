/** Front matter is YAML between two lines of three dashes. No other language is looked for, let alone run. */
import { stringify } from "yaml";
import { z } from "zod";
import { openYaml, parseYaml } from "~/platform/yaml-file.server";
import { LessonProblems } from "./lesson-problems";
import type { LessonMeta } from "./lesson";

const ADVICE = "Give title, minutes (a whole number) and summary (one sentence), and nothing else.";
/** Far more than three short values need, and little enough for any YAML. */
const LONGEST = 4_000;

const text = (most: number) =>
  z
    .string({ error: "must be a text" })
    .trim()
    .min(1, "must not be empty")
    .max(most, `must be at most ${most} characters`);

const lessonMeta = z.strictObject(
  {
    title: text(160),
    minutes: z
      .number({ error: "must be a whole number" })
      .int("must be a whole number")
      .min(1, "must be 1 or more")
      .max(240, "must be 240 or less"),
    summary: text(400),
  },
  {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `${issue.keys.join(", ")} is not known here`
        : "the front matter must be keys with values",
  },
);

export interface SourceParts {
  readonly meta: LessonMeta | null;
  /** The source with the front matter's lines emptied, so that every line keeps its number. */
  readonly body: string;
}

/** @throws LessonProblems */
export function splitFrontMatter(source: string): SourceParts {
  const text = source.replace(/^\uFEFF+/, "").replace(/\r\n?/g, "\n");
  const first = text.slice(0, text.indexOf("\n") >>> 0);
  if (!first.startsWith("---")) return { meta: null, body: text };
  if (first.trimEnd() !== "---")
    throw atStart("Front matter opens with three dashes and nothing after them.");
  const end = /\n---[ \t]*(?:\n|$)/.exec(text.slice(3, LONGEST));
  if (!end) throw atStart("The front matter has no closing line of three dashes, or is too long.");
  const inside = text.slice(4, 3 + end.index + 1);
  const rest = text.slice(3 + end.index + end[0].length);
  const emptied = "\n".repeat(inside.split("\n").length + 1);
  /* The line of dashes above counts as the first one. */
  const { value, findings } = parseYaml(openYaml("", `\n${inside}`), lessonMeta, ADVICE);
  if (value === null)
    throw new LessonProblems(
      findings.map(({ column = 1, line, message, advice }) => ({
        line,
        column,
        message: message.replace(/\.?$/, "."),
        advice,
      })),
    );
  return { meta: value, body: emptied + rest };
}

/** The same bytes for the same values, each time: an export is compared with what it was made from. */
export function writeFrontMatter({ title, minutes, summary }: LessonMeta): string {
  return `---\n${stringify({ title, minutes, summary }, { lineWidth: 0 })}---\n`;
}

function atStart(message: string): LessonProblems {
  return new LessonProblems([{ line: 1, column: 1, message, advice: ADVICE }]);
}
