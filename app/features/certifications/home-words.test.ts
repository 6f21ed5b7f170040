import { expect, it } from "vitest";
import { homeWords } from "./home-words";

const nobody = { owed: 0, required: 0, uncovered: false, auditing: false, managing: false };

it.each([
  [{ ...nobody, owed: 1, required: 2 }, "One certification is due", /in your own time/],
  [{ ...nobody, owed: 3, required: 3, uncovered: true }, "3 certifications are due", /has to pause/],
  [{ ...nobody, required: 2, auditing: true, managing: true }, "You are up to date", /everything/],
  [{ ...nobody, auditing: true, managing: true }, "Who was certified for what, and when?", /Nothing/],
  [{ ...nobody, managing: true }, "Your team today", /Nothing/],
  [nobody, "Nothing is required of you", /catalogue/],
])("begins the home page for %j with “%s”", (situation, title, lead) => {
  const words = homeWords(situation);
  expect(words.title).toBe(title);
  expect(words.lead).toMatch(lead);
});
