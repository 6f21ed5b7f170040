/** What is right, read from the content folder: the portal tells nobody before a test is submitted. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

interface KeyedCase {
  questions: KeyedQuestion[];
}

export interface KeyedQuestion {
  kind:
    | "single"
    | "multiple"
    | "true-false"
    | "numeric"
    | "ordering"
    | "matching"
    | "gaps"
    | "short-text"
    | "hotspot"
    | "free-response"
    | "file-response";
  prompt: string;
  options?: { text: string; correct?: boolean; why?: string }[];
  /** Of a question that is true or false. */
  answer?: boolean;
  order?: string[];
  numeric?: { value: number; units?: { unit: string; factor: number }[] };
  pairs?: { stem: string; match: string }[];
  gaps?: Record<string, { options: string[]; correct: string }>;
  accept?: { text: string }[];
  areas?: { name: string; correct?: boolean }[];
  explanation: string;
}

const ASSESSMENTS = "content/assessments";
const COURSES = "content/courses";

export function questionsOf(assessment: string): KeyedQuestion[] {
  const folder = path.join(ASSESSMENTS, assessment, "questions");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => parse(readFileSync(path.join(folder, file), "utf8")) as (KeyedQuestion | KeyedCase)[])
    .flatMap((entry) => ("questions" in entry ? entry.questions : [entry]));
}

/** @throws when no question, or more than one, has this prompt */
export function questionAsked(questions: readonly KeyedQuestion[], prompt: string): KeyedQuestion {
  const [found, ...others] = questions.filter((question) => sameText(question.prompt, prompt));
  if (!found || others.length > 0) throw new Error(`Which question is this? ${prompt}`);
  return found;
}

/** Everything that gives the answer away, in the words of its author. */
export function givingAway({ options = [], explanation }: KeyedQuestion): string[] {
  return [explanation, ...options.flatMap(({ why }) => why ?? [])];
}

/** The same for the knowledge checks of a course. */
export function checksGivingAway(course: string): string[] {
  const folder = path.join(COURSES, course);
  const lessons = readdirSync(folder).filter((file) => file.endsWith(".mdx"));
  return lessons.flatMap((file) => {
    const source = readFileSync(path.join(folder, file), "utf8");
    const whys = [...source.matchAll(/<Choice[^>]* why="([^"]+)"/g)];
    const explanations = [...source.matchAll(/<Explanation>([^]*?)<\/Explanation>/g)];
    return [...whys, ...explanations].map((match) => match[1]!);
  });
}

export function sameText(markdown: string, shown: string): boolean {
  return lettersOf(markdown) === lettersOf(shown);
}

/** Whether an answer of the server, be it HTML or data for a script, says this anywhere. */
export function says(body: string, markdown: string): boolean {
  return lettersOfBody(body).includes(lettersOf(markdown));
}

/** Letters and digits only: Markdown, HTML and JSON write the rest in different ways. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

function lettersOfBody(body: string): string {
  const unescaped = body
    .replaceAll(/\\+u003c/gi, "<")
    .replaceAll(/\\+u003e/gi, ">")
    .replaceAll(/\\+u0026/gi, "&")
    .replaceAll(/\\+[nrt]/g, " ");
  return lettersOf(unescaped.replaceAll(/<[^<>]*>/g, "").replaceAll(/&#?[a-z0-9]+;/gi, ""));
}
