/** The questions of a manager's own bank. */
import type { QuestionSource } from "~/features/assessments/questions/question-source";

const single = (
  id: string,
  prompt: string,
  right: string,
  wrong: readonly string[],
  explanation: string,
): QuestionSource => ({
  id,
  kind: "single",
  topic: "bench",
  prompt,
  options: [{ text: right, correct: true }, ...wrong.map((text) => ({ text, correct: false }))],
  explanation,
});

export const benchQuestions: readonly QuestionSource[] = [
  single(
    "editions-shared",
    "Which edition of Halden Bench is the first with a database that several people share?",
    "Bench Team",
    ["Bench Core", "Bench Regulated", "Every edition has one"],
    "Core keeps files on one computer. Team adds the shared database, and Regulated has everything of Team.",
  ),
  single(
    "audit-trail",
    "A laboratory needs an audit trail that nobody can switch off. Which edition do you offer?",
    "Bench Regulated",
    ["Bench Team with roles", "Bench Core with exports", "Any edition with a Complete plan"],
    "Only Regulated has an audit trail that cannot be switched off, and electronic signatures.",
  ),
  single(
    "core-price",
    "What does a customer pay a year for Bench Core?",
    "Nothing, it comes with every instrument",
    ["USD 1,900 an instrument", "USD 3,600 an instrument", "5 % of the list price"],
    "Core is included with every instrument, for one computer and local files.",
  ),
  {
    id: "export-formats",
    kind: "multiple",
    topic: "bench",
    prompt: "In which formats can results leave Halden Bench?",
    options: [
      { text: "CSV", correct: true },
      { text: "JSON", correct: true },
      { text: "PDF", correct: true },
      { text: "A spreadsheet with macros", correct: false },
    ],
    explanation: "CSV, JSON and PDF. A spreadsheet opens the CSV.",
  },
  {
    id: "methods-approved",
    kind: "true-false",
    topic: "bench",
    prompt: "In Bench Team a method is approved once and then used on every instrument.",
    answer: true,
    explanation: "That is what the shared database is for: one approved method, used everywhere.",
  },
  {
    id: "team-price",
    kind: "numeric",
    topic: "bench",
    prompt: "A customer runs three instruments with Bench Team. What does the software cost them a year?",
    numeric: { value: 5700, tolerance: 0.5, unit: "USD" },
    explanation: "USD 1,900 an instrument and year: 3 × 1,900 = 5,700.",
  },
  {
    id: "edition-pairs",
    kind: "matching",
    topic: "bench",
    prompt: "Match each edition with who it is for.",
    pairs: [
      { stem: "Bench Core", match: "One person at one instrument" },
      { stem: "Bench Team", match: "A laboratory that shares methods" },
      { stem: "Bench Regulated", match: "A laboratory that is inspected" },
    ],
    explanation: "One computer, one team, one inspection: that is how the three differ.",
  },
  {
    id: "validation-set",
    kind: "gaps",
    topic: "bench",
    prompt: "Complete what the price list says.",
    text: "The validation document set comes with [[edition]] and is not sold [[how]].",
    gaps: {
      edition: { options: ["Bench Core", "Bench Team", "Bench Regulated"], correct: "Bench Regulated" },
      how: { options: ["on its own", "with a plan", "abroad"], correct: "on its own" },
    },
    explanation: "It belongs to Regulated, because it describes what only that edition does.",
  },
];
