/** Moodle's XML of questions. */
import type { ChoiceParts } from "./choice-credit";
import type { Intake } from "./intake";
import { attestSource } from "./moodle-attest";
import { allOrNothing, choice, isTrue, matching, ordering, trueFalse } from "./moodle-choices";
import { cloze, gapSelect } from "./moodle-gaps";
import { MoodleReading } from "./moodle-texts";
import { essay, numerical, shortAnswer } from "./moodle-typed";
import { tagsOf, topicOf } from "./topic-and-tags";
import { child, childrenOf, textIn, XmlRefused, xmlTree, type XmlElement } from "./xml-tree";

const READERS: Readonly<Record<string, (reading: MoodleReading) => ChoiceParts>> = {
  multichoice: choice,
  multichoiceset: allOrNothing,
  truefalse: trueFalse,
  shortanswer: shortAnswer,
  numerical,
  matching,
  ddmatch: matching,
  ordering,
  gapselect: gapSelect,
  ddwtos: gapSelect,
  cloze,
  multianswer: cloze,
  essay,
};
const OTHER_FORMATS: Readonly<Record<string, string>> = {
  questestinterop: "QTI 1.2",
  item: "QTI 1.2",
  assessmentitem: "QTI 2",
  assessmenttest: "QTI 2",
  "qti-assessment-item": "QTI 3",
  "qti-assessment-test": "QTI 3",
  manifest: "a QTI or Common Cartridge package",
  examview: "ExamView",
};

export function parseMoodleXml(text: string, intake: Intake): void {
  let root: XmlElement;
  try {
    root = xmlTree(text);
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    intake.problem(error.line, error.message, error.advice);
    return;
  }
  if (root.name !== "quiz") {
    const other = OTHER_FORMATS[root.name.replace(/^.*:/, "").toLowerCase()];
    intake.problem(
      root.line,
      other
        ? `This is ${other}, which is not a format that Attest reads.`
        : "This XML file holds no Moodle questions.",
      "Export the questions from Moodle as “Moodle XML format”.",
    );
    return;
  }
  let category: string | undefined;
  for (const question of root.children) {
    if (intake.full) return;
    if (question.name !== "question") continue;
    if (question.attributes.type === "category") category = textIn(question, "category");
    else readQuestion(question, category, intake);
  }
}

function readQuestion(question: XmlElement, category: string | undefined, intake: Intake): void {
  const reading = new MoodleReading(question, intake);
  const own = attestSource(question);
  if (own.source) {
    const { id, ...value } = own.source;
    intake.add({ line: question.line, id, value });
    return;
  }
  if (own.note) reading.notes.add(own.note);
  const about = own.about ?? {};
  const type = question.attributes.type ?? "";
  if (type === "description") {
    intake.unsupported(question.line, "Descriptions, which ask nothing (left out)");
    return;
  }
  const read = READERS[type];
  if (!read) {
    intake.unsupported(question.line, `Questions of the type “${type.slice(0, 60)}” (left out)`);
    return;
  }
  const parts = read(reading);
  if (parts.unsupported) intake.unsupported(question.line, parts.unsupported);
  else if (!parts.value)
    intake.problem(
      question.line,
      parts.problem ?? "This question cannot be read.",
      "Change it in Moodle and export it again.",
    );
  else add(reading, { ...parts, value: { ...about, ...parts.value } }, category, intake);
}

function add(reading: MoodleReading, parts: ChoiceParts, category: string | undefined, intake: Intake): void {
  const { question } = reading;
  const name = textIn(question, "name");
  const value = parts.value!;
  const prompt = typeof value.prompt === "string" ? value.prompt : reading.blockIn("questiontext");
  const explanation = value.explanation ?? reading.blockIn("generalfeedback");
  nameTheRest(reading);
  const empty = emptyPart(prompt, value);
  if (empty !== null) {
    intake.unsupported(question.line, `${empty} (left out)`);
    return;
  }
  intake.add({
    line: question.line,
    names: [textIn(question, "idnumber"), name, prompt],
    notes: [...parts.notes, ...reading.notes],
    value: {
      topic: topicOf(category),
      tags: tagsOf(tagNames(question), reading.lost),
      points: pointsOf(reading),
      ...value,
      prompt,
      explanation: explanation === "" ? undefined : explanation,
    },
  });
}

/** A question or an answer that is nothing but a picture has no text left. */
function emptyPart(prompt: string, value: Readonly<Record<string, unknown>>): string | null {
  if (prompt === "") return "Questions without a text, such as a picture alone";
  const options = (value.options ?? []) as readonly { text: string }[];
  return options.some(({ text }) => text === "") ? "Answers without a text, such as a picture alone" : null;
}

function tagNames(question: XmlElement): string[] {
  const holder = child(question, "tags");
  return holder ? childrenOf(holder, "tag").map((tag) => (child(tag, "text")?.text ?? tag.text).trim()) : [];
}

function pointsOf(reading: MoodleReading): number | undefined {
  const said = Number(textIn(reading.question, "defaultgrade") || "1");
  const points = Math.min(100, Math.max(1, Math.round(said) || 1));
  if (points !== said)
    reading.notes.add(`It was worth ${said}, and is worth ${points} here: points are whole, 1 to 100`);
  return points === 1 ? undefined : points;
}

/** What Moodle knows of every question and Attest does not. */
function nameTheRest(reading: MoodleReading): void {
  const { question } = reading;
  const penalty = Number(textIn(question, "penalty")) || 0;
  const percent = Math.round(penalty * 100);
  if (percent > 0)
    reading.lostAs(
      "Penalties for another try",
      `The penalty of ${percent} % for another try is not taken over`,
    );
  if (childrenOf(question, "hint").some((hint) => reading.plain(hint) !== ""))
    reading.lost("Hints for another try");
  const whole = ["correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"];
  if (whole.some((name) => textIn(question, name) !== "")) reading.lost("Feedback to the answer as a whole");
  if (child(question, "shuffleanswers") && !isTrue(textIn(question, "shuffleanswers"), true))
    reading.lost("Answers in a fixed order");
  if (textIn(question, "image") !== "" || child(question, "image_base64")) reading.lost("Pictures");
}
