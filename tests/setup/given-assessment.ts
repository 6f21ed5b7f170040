/** Assessments for tests, written as the files that authors write and brought in by the real sync. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { syncAssessments } from "~/features/assessments/blueprints/sync-assessments.server";
import { db } from "~/platform/db/client.server";

export interface GivenAssessment {
  slug?: string;
  title?: string;
  passMark?: number;
  minutes?: number;
  attempts?: { max: number; waitHours: number; renewDays?: number; afterLast?: "renew" | "closed" };
  invigilated?: boolean;
  window?: { opensAt?: string; closesAt?: string };
  audience?: { jobRoles: string[]; regions: string[] };
  sections?: object[];
  questions?: object[];
}

/** One question of each kind in two sections, five in all, every one drawn. */
export const fiveKinds: object[] = [
  {
    id: "single-one",
    kind: "single",
    clause: "iso-9001:2015/7.2",
    prompt: "Which one is *right*?",
    options: [
      { text: "The right one", correct: true, why: "Because it is right." },
      { text: "A wrong one", why: "Secret reason of the wrong one." },
      { text: "Another wrong one", why: "Secret reason of the other." },
    ],
    explanation: "Secret explanation of single.",
  },
  {
    id: "multiple-one",
    kind: "multiple",
    clause: "iso-9001:2015/7.3",
    prompt: "Which two are right?",
    options: [
      { text: "First right", correct: true },
      { text: "Second right", correct: true },
      { text: "First wrong" },
      { text: "Second wrong" },
    ],
    explanation: "Secret explanation of multiple.",
  },
  {
    id: "true-one",
    kind: "true-false",
    clause: "iso-9001:2015/7.3",
    prompt: "Is it so?",
    answer: true,
    explanation: "Secret explanation of true-false.",
  },
  {
    id: "number-one",
    kind: "numeric",
    clause: "iso-9001:2015/8.2.3",
    prompt: "How much?",
    numeric: { value: 12.5, tolerance: 0.1, unit: "%" },
    explanation: "Secret explanation of numeric.",
  },
  {
    id: "order-one",
    kind: "ordering",
    clause: "iso-9001:2015/8.2.3",
    prompt: "In which order?",
    order: ["Step one", "Step two", "Step three", "Step four"],
    explanation: "Secret explanation of ordering.",
  },
];

const twoSections = [
  { title: "Support", clauses: ["iso-9001:2015/7"], draw: 3 },
  { title: "Operation", clauses: ["iso-9001:2015/8"], draw: 2 },
];

/** Writes the folder below `root` and returns its slug. */
export async function writeAssessment(root: string, given: GivenAssessment = {}): Promise<string> {
  const { slug = "test-of-five", questions = fiveKinds, ...rest } = given;
  const folder = path.join(root, "assessments", slug);
  await mkdir(path.join(folder, "questions"), { recursive: true });
  const head = {
    title: `Test ${slug}`,
    summary: "A test for tests.",
    standard: "iso-9001:2015",
    passMark: 0.8,
    minutes: 30,
    attempts: { max: 3, waitHours: 24 },
    language: "en",
    audience: { jobRoles: [], regions: [] },
    sections: twoSections,
    ...rest,
  };
  await writeFile(path.join(folder, "assessment.yaml"), stringify(head));
  await writeFile(path.join(folder, "questions", "01-all.yaml"), stringify(questions));
  return slug;
}

export async function givenContentFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), "attest-content-"));
}

/** Brings in one assessment and returns its slug; other assessments in the database are left alone. */
export async function givenAssessment(given: GivenAssessment = {}): Promise<string> {
  const root = await givenContentFolder();
  const slug = await writeAssessment(root, given);
  const others = await db.assessment.findMany({
    where: { archivedAt: null, slug: { not: slug } },
    select: { id: true },
  });
  const findings = await syncAssessments(root);
  await db.assessment.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { archivedAt: null },
  });
  await rm(root, { recursive: true });
  if (findings.length > 0)
    throw new Error(findings.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
  return slug;
}

/** What to send for full points on a question of an attempt, read from its key as only a test may. */
export async function rightAnswers(attemptId: string): Promise<{ position: number; answer: unknown }[]> {
  const items = await db.attemptItem.findMany({
    where: { attemptId },
    orderBy: { position: "asc" },
    select: { position: true, question: { select: { key: true } } },
  });
  return items.map(({ position, question }) => {
    const key = JSON.parse(question.key) as {
      kind: string;
      correct: string[];
      order: string[];
      value: number;
    };
    if (key.kind === "numeric") return { position, answer: { number: String(key.value) } };
    if (key.kind === "ordering") return { position, answer: { order: key.order } };
    return { position, answer: { chosen: key.correct } };
  });
}
