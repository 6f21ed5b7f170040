/** What the schemas of content say to people who edit files, in the words of a form. */
import type { z } from "zod";
import { twoReadings } from "../questions/certain-number";

type Issue = z.core.$ZodIssue;

const WORDS: Readonly<Record<string, string>> = {
  "must not be empty": "Write something here.",
  "must be lower case with dashes": "Use lower-case letters, digits and single dashes, such as order-desk.",
  "must look like iso-9001:2015/7.2":
    "Write the clause as the standard, a colon, its year, a stroke and the number: iso-9001:2015/7.2.",
  "must look like iso-9001:2015": "Write the standard with its year: iso-9001:2015.",
  "must be a language tag such as en": "Choose a language.",
  "must open before it closes": "The test has to open before it closes.",
  "must have exactly one option with correct: true": "Choose which one of the options is right.",
  "must have one or more options with correct: true": "Tick the options that are right.",
  "must have an option that is not correct": "Add an option that is not right.",
  "must have an area with correct: true": "Tick the area, or areas, that are right.",
  "has `credit: by-option` and a credit for every option, or neither":
    "Give every option its share, or choose another way to count and leave all shares empty.",
  "needs an answer that earns all points":
    "At least one answer has to earn all points: leave its share empty.",
  "needs some text beside the star (*), which takes anything":
    "Write some text beside the star: alone it takes whatever is typed.",
  "needs each gap once in the text, as [[name]], and once under gaps":
    "Name each gap once in the text, as [[name]], and give its choices once below.",
  "needs at least one gap": "Add at least one gap.",
  "the right one must be among the options": "The right choice has to be among the choices.",
  "needs a level for 0 points": "Add a level for 0 points.",
  "needs a level that earns something": "Add a level that earns points.",
  "has a unit or units to choose from, not both":
    "Give one unit, or units to choose from below, but not both.",
};

/** "holds two options with the same text" → "It holds two options with the same text." */
function sentence(message: string): string {
  if (/^[A-Z]/.test(message)) return message;
  return `It ${message.replaceAll("`", "")}.`;
}

/** @param given what was typed, which may be why it is no number */
export function wordsFor(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case "custom":
    case "invalid_format":
      return WORDS[issue.message] ?? sentence(issue.message);
    case "too_small":
      if (issue.origin === "array")
        return issue.minimum === 1 ? "At least one is needed." : `At least ${issue.minimum} are needed.`;
      if (issue.origin === "string") return WORDS[issue.message] ?? "Write something here.";
      return issue.inclusive === false
        ? `Give a number above ${issue.minimum}.`
        : `Give a number of at least ${issue.minimum}.`;
    case "too_big":
      if (issue.origin === "array") return `At most ${issue.maximum} are taken.`;
      if (issue.origin === "string") return `Use at most ${issue.maximum} characters.`;
      return `Give a number of at most ${issue.maximum}.`;
    case "invalid_type": {
      const unclear = typeof given === "string" ? twoReadings(given) : null;
      if (unclear) return unclear;
      if (issue.expected === "int") return "Give a whole number.";
      if (issue.expected === "number") return "Give a number, such as 12.5.";
      return "Fill this in.";
    }
    case "invalid_value":
      return "Choose one.";
    case "invalid_union":
      return "This cannot be used as it is. Compare it with the example.";
    default:
      return "This cannot be used as it is.";
  }
}
