import { describe, expect, it } from "vitest";
import type { QuestionSource } from "../questions/question-source";
import { parseQuestions } from "./parse-questions";
import { writeQuestions } from "./write-questions";

const parse = (text: string) => parseQuestions("moodle-xml", text);

describe("Moodle XML out", () => {
  const source: QuestionSource = {
    id: "pdca",
    kind: "single",
    clause: "iso-9001:2015/7.2",
    difficulty: "hard",
    topic: "quality",
    prompt: "**Which** first?",
    options: [
      { text: "Plan", correct: true, why: "Yes" },
      { text: "Do", correct: false },
    ],
  };
  const { text } = writeQuestions("moodle-xml", [source]);

  it("is what Moodle reads, with Attest's part beside it", () => {
    expect(text).toContain("<category><text>$course$/top/quality</text></category>");
    expect(text).toContain('<questiontext format="markdown"><text>**Which** first?</text></questiontext>');
    expect(text).toContain('<answer fraction="100" format="markdown"><text>Plan</text>');
    expect(text).toContain("<idnumber>pdca</idnumber>");
  });

  it("takes a change in the file for what it is, and keeps the clause", () => {
    const [changed] = parse(text.replace("<text>Plan</text>", "<text>Plan it</text>")).questions;
    expect(changed!.source).toMatchObject({
      clause: "iso-9001:2015/7.2",
      difficulty: "hard",
      topic: "quality",
      options: [{ text: "Plan it", why: "Yes" }, { text: "Do" }],
    });
    expect(changed!.notes).toEqual(["It was changed since Attest wrote it, and is read as Moodle has it"]);
  });

  it("is read without Attest's part, as Moodle gives it back", () => {
    const [back] = parse(text.replace(/<attest>.*<\/attest>/, "")).questions;
    const { clause: _clause, difficulty: _difficulty, ...rest } = source;
    expect(back!.source).toEqual(rest);
  });
});
