/** Tests of ten questions of every kind: what the bench, the crash test and the load test sit. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { stringify } from "yaml";

/** Can be sat again at once. */
export const TEST_SLUG = "ten-questions";
/** Ten minutes and one try, which nobody passes who answers anything. */
export const ONE_TRY_SLUG = "ten-questions-once";
export const QUESTIONS = 10;

export async function writeTenQuestions(contentDirectory: string): Promise<void> {
  await writeTest(contentDirectory, TEST_SLUG, {
    title: "Ten questions",
    passMark: 0.8,
    minutes: 480,
    attempts: { max: 1_000, waitHours: 0, renewDays: 1 },
  });
  await writeTest(contentDirectory, ONE_TRY_SLUG, {
    title: "Ten questions, once",
    passMark: 1,
    minutes: 10,
    attempts: { max: 1, waitHours: 0, renewDays: 365 },
  });
}

async function writeTest(contentDirectory: string, slug: string, about: object): Promise<void> {
  const folder = path.join(contentDirectory, "assessments", slug);
  await mkdir(path.join(folder, "questions"), { recursive: true });
  await writeFile(
    path.join(folder, "assessment.yaml"),
    stringify({
      ...about,
      summary: "Ten questions of every kind, drawn from twenty.",
      language: "en",
      audience: { jobRoles: [], regions: [] },
      sections: [{ title: "All of it", topics: ["all-of-it"], draw: QUESTIONS }],
    }),
  );
  const questions = Array.from({ length: 4 }, (_, set) => questionsOfEveryKind(set)).flat();
  await writeFile(path.join(folder, "questions", "01-all.yaml"), stringify(questions));
}

function questionsOfEveryKind(set: number): object[] {
  const about = (kind: string) => ({
    id: `${kind}-${set}`,
    kind,
    topic: "all-of-it",
    prompt: `Question ${set} of kind ${kind}: which of these does clause ${set + 4} of the standard ask for, and why?`,
    explanation: "Because the standard says so, and because the work goes better that way.",
  });
  const option = (name: string, correct: boolean) => ({ text: `Option ${name} of set ${set}`, correct });
  return [
    {
      ...about("single"),
      options: [option("a", true), option("b", false), option("c", false), option("d", false)],
    },
    {
      ...about("multiple"),
      options: [option("a", true), option("b", true), option("c", false), option("d", false)],
    },
    { ...about("true-false"), answer: set % 2 === 0 },
    { ...about("numeric"), numeric: { value: set + 0.5, tolerance: 0.1, unit: "%" } },
    {
      ...about("ordering"),
      order: ["Plan it", "Do it", "Check it", "Act on it"].map((step) => `${step} (${set})`),
    },
  ];
}
