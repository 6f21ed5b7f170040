/**
 * Aiken: the question, its answers as "A. …" or "A) …", and "ANSWER: A". Plain text, so nothing in it is Markdown.
 * Every question is single choice.
 */
import type { Intake } from "./intake";
import { markdownFromText } from "./markdown-from-text";

const OPTION = /^([A-Z])[.)](?:\s+([^]*))?$/;
const ANSWER = /^ANSWER\s*:([^]*)$/i;

interface Started {
  readonly line: number;
  /** Empty where what is wrong with it is said already. */
  readonly prompt: string[];
  readonly options: Map<string, string>;
}

export function parseAiken(text: string, intake: Intake): void {
  let started: Started | null = null;
  const lines = text.split("\n");
  for (const [index, raw] of lines.entries()) {
    if (intake.full) return;
    const line = raw.trim();
    const number = index + 1;
    if (line === "") continue;
    const answer = ANSWER.exec(line);
    const option = OPTION.exec(line);
    if (answer) {
      finish(started, number, answer[1]!.trim(), intake);
      started = null;
    } else if (option && started) {
      if (started.options.has(option[1]!)) {
        intake.problem(
          number,
          `Two answers have the letter ${option[1]}.`,
          "Give each answer its own letter.",
        );
        started.prompt.length = 0;
      }
      started.options.set(option[1]!, option[2] ?? "");
    } else if (option) {
      intake.problem(
        number,
        "An answer stands before any question.",
        "Write the question on the line before its answers.",
      );
      started = { line: number, prompt: [], options: new Map([[option[1]!, option[2] ?? ""]]) };
    } else if (started && started.options.size > 0) {
      unfinished(started, intake);
      started = { line: number, prompt: [line], options: new Map() };
    } else if (started) started.prompt.push(line);
    else started = { line: number, prompt: [line], options: new Map() };
  }
  if (started) unfinished(started, intake);
}

function unfinished({ line, prompt }: Started, intake: Intake): void {
  if (prompt.length === 0) return;
  intake.problem(
    line,
    "This question has no line that says which answer is right, or an answer goes over several lines.",
    "End the question with a line such as ANSWER: B, and write each answer on one line as A. or A) with a space.",
  );
}

function finish(started: Started | null, line: number, letter: string, intake: Intake): void {
  if (started?.prompt.length === 0) return;
  if (!started) {
    intake.problem(
      line,
      "ANSWER stands before any question.",
      "Write the question and its answers before it.",
    );
    return;
  }
  const right = letter.toUpperCase();
  if (started.options.size < 2)
    intake.problem(
      started.line,
      "This question has fewer than two answers.",
      "Write each answer on its own line, as A. or A) with a space.",
    );
  else if (!started.options.has(right))
    intake.problem(
      line,
      `ANSWER says “${letter.slice(0, 40)}”, which is none of the letters above it.`,
      "Write one letter, such as ANSWER: B. Several right answers cannot be said in Aiken.",
    );
  else
    intake.add({
      line: started.line,
      names: [started.prompt.join(" ")],
      value: {
        kind: "single",
        prompt: markdownFromText(started.prompt.join("\n")),
        options: [...started.options].map(([key, text]) => ({
          text: markdownFromText(text, { inline: true }),
          correct: key === right,
        })),
      },
    });
}
