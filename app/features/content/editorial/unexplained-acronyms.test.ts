import { expect, it } from "vitest";
import { editedLesson } from "../../../../tests/setup/edited-lesson";
import { unexplainedAcronyms } from "./unexplained-acronyms";

const found = (...bodies: string[]) =>
  unexplainedAcronyms(
    bodies.map((body, index) => editedLesson(`courses/a/0${index + 1}-b.mdx`, "b", body)),
  ).map(({ file, line, message }) => `${file.slice(-8, -6)}:${line} ${/says what (\w+)/.exec(message)![1]}`);

it("finds an acronym that is never written out, at its first use", () => {
  expect(found("Text\n\nThe QBR is due. QBRs.", "QBR")).toEqual(["01:3 QBR"]);
  expect(found("| LIMS |\n| --- |\n| x |")).toEqual(["01:1 LIMS"]);
});

it.each([
  ["a definition", 'The QBR.\n\n<Definition term="Quarterly review (QBR)">\n\nx\n\n</Definition>'],
  ["the words in another lesson", "The ROI is the return on investment."],
  ["brackets after the words", "The quarterly look at figures (QBR) is due."],
  ["brackets that hold two", "Installation and operational qualification (IQ and OQ) are due."],
  ["brackets after the acronym", "Water by KF (Karl Fischer)."],
  ["a sentence that says it", "ABC stands for what you like."],
])("takes one that is explained by %s", (_way, body) => {
  expect(found(body)).toEqual([]);
});

it("does not take the initials of two words that happen to stand together for an explanation", () => {
  expect(found("Kind friends use KF.")).toEqual(["01:1 KF"]);
});

it("leaves alone what everybody knows, part numbers, and code", () => {
  expect(found("ISO 9001, USD 20, PDF, quotation Q-22, SR-4471, AB-CD and `XYZ`.")).toEqual([]);
});

it("leaves alone what is part of a name of the company's own", () => {
  const lessons = [editedLesson("courses/a/01-b.mdx", "b", "The Tidewater KF measures the QBR.")];
  expect(unexplainedAcronyms(lessons, ["Tidewater KF", "Halden Bench"])).toMatchObject([{ message: /QBR/ }]);
});
