import { expect, it } from "vitest";
import { isCatchAll, isTurnedRound } from "./tricky-wording";

it.each([
  "All of the above",
  "none of the above.",
  "Both of these",
  "All of them",
  "None of these is right",
  "Neither of the other answers",
  "A and B, or none of the above",
])("finds an option about the other options: %s", (option) => {
  expect(isCatchAll(option)).toBe(true);
});

it.each([
  "All of the orders above USD 50,000",
  "None of his customers",
  "Both signatures are needed",
  "Any of the four routes, as you prefer",
  "Each of them is called, without having to try again",
  "All instruments are recalled",
])("takes an option that speaks of the case: %s", (option) => {
  expect(isCatchAll(option)).toBe(false);
});

it.each([
  "Which of these is NOT a gift?",
  "Which of the following is not a gift?",
  "Which statement isn't true?",
  "Which of these must not be registered?",
  "Which two are **not** needed?",
  "All of these are gifts EXCEPT which?",
  "A gift arrives. Which of them may not be kept?",
  "All of these are gifts except which one?",
])("finds a question turned round: %s", (prompt) => {
  expect(isTurnedRound(prompt)).toBe(true);
});

it.each([
  "The customer has not answered. What do you do?",
  "Dana does not know the revision. Which step comes first?",
  "What keeps this order from being accepted?",
  "Which three of these are never allowed, whatever they are worth?",
  "It may not be sent as it stands: which line is wrong?",
  "What do you do with an order which is not complete?",
  "It is right in all parts except the answer. How many points is that?",
  "What does the manager do if she has not decided?",
])("takes a question that asks straight: %s", (prompt) => {
  expect(isTurnedRound(prompt)).toBe(false);
});
