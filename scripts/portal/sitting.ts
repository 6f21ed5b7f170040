/** The steps of one attempt. Each returns when the portal has acknowledged it. */
import { anyAnswer, readPaper, type Question } from "./page-forms";
import { expectStatus, type PersistentClient } from "./persistent-client";
import type { SeededRandom } from "./seeded-random";

/** @returns the attempt's path */
export async function startTest(http: PersistentClient, slug: string): Promise<string> {
  const started = await http.post(`/assessments/${slug}`, []);
  expectStatus(`POST /assessments/${slug}`, started, 302);
  return started.location;
}

export async function openPaper(http: PersistentClient, attempt: string): Promise<Question[]> {
  const page = await http.get(`${attempt}?section=1`);
  expectStatus(`GET ${attempt}`, page, 200);
  return readPaper(page.body);
}

/** Answers anything. @returns what the portal keeps of it */
export async function answerQuestion(
  http: PersistentClient,
  attempt: string,
  question: Question,
  random: SeededRandom,
): Promise<string> {
  const { fields, kept } = anyAnswer(question, random);
  const answer = await http.post(`${attempt}/answers`, fields);
  expectStatus(`POST ${attempt}/answers`, answer, 200);
  const { saved } = JSON.parse(answer.body) as { saved: Record<string, boolean> };
  if (!saved[question.position]) throw new Error(`The answer was not saved: ${answer.body}`);
  return kept;
}

/** @returns the result's path */
export async function submitTest(http: PersistentClient, attempt: string): Promise<string> {
  const submitted = await http.post(attempt, [["intent", "submit"]]);
  expectStatus(`POST ${attempt} (submit)`, submitted, 302);
  return submitted.location;
}

export function attemptIdIn(path: string): string {
  return path.split("/")[2]!;
}
