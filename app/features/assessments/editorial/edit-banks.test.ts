import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkAssessments } from "./check-assessments.server";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "attest-banks-"));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const head = (draw: number) => `title: A
summary: B
standard: "iso-9001:2015"
passMark: 0.8
minutes: 10
attempts: { max: 3, waitHours: 24 }
audience: {}
sections:
  - { title: "All", topics: [a], draw: ${draw} }
`;
interface Written {
  readonly id: string;
  readonly prompt: string;
  readonly options: readonly string[];
  readonly right?: number;
  readonly more?: object;
}
const question = ({ id, prompt, options, right = 0, more = {} }: Written) => ({
  id,
  kind: "single",
  topic: "a",
  prompt,
  options: options.map((text, index) => ({ text, correct: index === right, why: "So." })),
  explanation: "Because.",
  ...more,
});
const plain = (id: string, subject: string, right = 0) =>
  question({
    id,
    prompt: `What does the order desk do with ${subject}?`,
    options: ["aaaa", "bbbb", "cccc", "dddd"].map((word) => `${word} ${id}`),
    right,
  });

async function write(slug: string, questions: readonly object[], draw = 1): Promise<void> {
  const folder = path.join(root, "assessments", slug);
  await mkdir(path.join(folder, "questions"), { recursive: true });
  await writeFile(path.join(folder, "assessment.yaml"), head(draw));
  await writeFile(path.join(folder, "questions", "01-a.yaml"), JSON.stringify(questions, null, 1));
}
const messages = async () =>
  (await checkAssessments(root)).findings.map(
    ({ file, line, message }) => `${file.split("/").slice(1).join("/")}:${line} ${message}`,
  );

it("finds nothing in plain questions, and counts them", async () => {
  const subjects = [
    "returns",
    "gifts of wine",
    "lost parcels in May",
    "a tender",
    "wrong prices",
    "old price lists",
  ];
  await write(
    "one",
    subjects.map((subject, index) => plain(`q-${index}`, subject, index % 4)),
  );
  expect(await messages()).toEqual([]);
  expect(await checkAssessments(root)).toMatchObject({
    questions: 6,
    claiming: [{ slug: "one", asked: [] }],
  });
});

it("finds options without a why, at their lines, also those of a picture", async () => {
  const bare = {
    ...plain("bare", "returns"),
    options: [{ text: "a", correct: true, why: "So." }, { text: "b" }],
  };
  const spot = {
    id: "spot",
    kind: "hotspot",
    topic: "a",
    prompt: "Where?",
    explanation: "There.",
    figure: { file: "form.svg", alt: "A form" },
    areas: [
      { name: "Top", shape: { rect: [0, 0, 10, 10] }, correct: true, why: "So." },
      { name: "End", shape: { rect: [20, 20, 10, 10] } },
    ],
  };
  await write("one", [bare, spot]);
  await writeFile(path.join(root, "assessments/one/questions/form.svg"), '<svg viewBox="0 0 9 9"/>');
  expect(await messages()).toEqual([
    'one/questions/01-a.yaml:13 bare: the option "b" has no why.',
    expect.stringMatching(/^one\/questions\/01-a\.yaml:\d+ spot: the option "End" has no why\.$/),
  ]);
});

it("finds questions turned round and options about the other options", async () => {
  await write("one", [
    question({
      id: "turned",
      prompt: "Which of these is not a gift?",
      options: ["Wine", "None of the above"],
    }),
  ]);
  expect(await messages()).toEqual([
    expect.stringMatching(/01-a\.yaml:6 turned: the question turns/),
    expect.stringMatching(/01-a\.yaml:13 turned: an option is about/),
  ]);
});

it("takes a negative in a question whose answer is worked out", async () => {
  const numeric = { kind: "numeric", numeric: { value: 1, tolerance: 0 }, explanation: "One.", topic: "a" };
  await write("one", [{ id: "share", prompt: "What share is not needed?", ...numeric }]);
  expect(await messages()).toEqual([]);
});

it("finds the same question in a bank and in another one, and says where the first stands", async () => {
  const prompt = "A customer returns a lamp that was never used. What does the order desk do first of all?";
  const options = ["It asks for the order number", "It sends a new lamp", "It repays the price"];
  await write("one", [question({ id: "first", prompt, options })]);
  await write("two", [
    question({ id: "again", prompt: prompt.replace("lamp", "cuvette"), options }),
    plain("other", "gifts"),
  ]);
  expect(await messages()).toEqual([
    expect.stringMatching(
      /^two\/questions\/01-a\.yaml:2 again: it shares \d\d % .* first \(assessments\/one\/questions\/01-a\.yaml:2\)/,
    ),
  ]);
});

it("finds files that no question shows, and answers that keep to one place or are the longest", async () => {
  const subjects = [
    "returns",
    "gifts of wine",
    "lost parcels in May",
    "a tender",
    "wrong prices",
    "old price lists",
  ];
  await write(
    "one",
    subjects.map((subject, index) =>
      question({
        id: `q-${index}`,
        prompt: `What does the order desk do with ${subject}?`,
        options: [`by far the longest option ${subject}`, `b ${subject}`, `c ${subject}`, `d ${subject}`],
      }),
    ),
  );
  await writeFile(path.join(root, "assessments/one/questions/left.svg"), '<svg viewBox="0 0 9 9"/>');
  await writeFile(path.join(root, "assessments/one/questions/notes.txt"), "x");
  expect(await messages()).toEqual([
    "one/questions/left.svg:1 Nothing in this folder uses this file.",
    "one/questions/notes.txt:1 Nothing in this folder uses this file.",
    expect.stringMatching(/^one\/assessment\.yaml:1 The right answers stand at places/),
    expect.stringMatching(/^one\/assessment\.yaml:1 Where one option stands out/),
  ]);
});

it("finds a section that draws more than its bank holds, a question about nothing, and one without explanation", async () => {
  await write("one", [plain("a", "returns"), plain("b", "gifts of wine")], 3);
  await write("two", [{ ...plain("c", "old lists"), topic: undefined, explanation: undefined }]);
  expect(await messages()).toEqual([
    expect.stringMatching(/^one\/assessment\.yaml:9 .*“All”/),
    expect.stringMatching(/^two\/questions\/01-a\.yaml:2 0: needs a clause or a topic/),
    expect.stringMatching(/^two\/questions\/01-a\.yaml:2 0: needs an explanation/),
  ]);
});
