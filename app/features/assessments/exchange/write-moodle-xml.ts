import type { QuestionSource } from "../questions/question-source";
import { attestElement } from "./moodle-attest";
import { moodleElement } from "./moodle-element";
import { xmlText } from "./xml-text";

/** Topics become categories. Each question stands whole in an element that Moodle's importer passes over. */
export function writeMoodleXml(questions: readonly QuestionSource[]): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"];
  let topic: string | null | undefined;
  for (const question of questions) {
    if ((question.topic ?? undefined) !== (topic ?? undefined)) {
      topic = question.topic;
      parts.push(
        `<question type="category"><category><text>$course$/top${topic ? `/${xmlText(topic)}` : ""}</text></category></question>`,
      );
    }
    parts.push(moodleElement(question, attestElement(question)));
  }
  return [...parts, "</quiz>", ""].join("\n");
}
