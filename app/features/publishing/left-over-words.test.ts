import { describe, expect, it } from "vitest";
import { blockSnippets } from "./block-snippets";
import { leftOverWords } from "./left-over-words";

const check = blockSnippets.find(({ name }) => name === "Knowledge check")!.text;

describe("words that were inserted", () => {
  it("are found where nobody has written over them, with their place", () => {
    const found = leftOverWords(`## Burettes\n\n${check}`);
    expect(found.map(({ line }) => line)).toEqual([3, 4, 5, 6, 9]);
    expect(found[0]).toMatchObject({ column: 21, message: "“give-it-a-name” is still what was inserted." });
  });

  it("are found one by one", () => {
    const mended = check
      .replace("give-it-a-name", "burette-tip")
      .replace("The question in full?", "What is rinsed first?")
      .replace("A wrong choice", "The beaker")
      .replace("Another wrong choice", "The stand")
      .replace("The right choice", "The tip")
      .replaceAll("Why this tempts and is wrong.", "It comes second.")
      .replace("Shown after answering, whatever was chosen.", "The tip holds what was there before.");
    expect(leftOverWords(mended).map(({ message }) => message)).toEqual([
      "“Why this is right.” is still what was inserted.",
    ]);
    expect(leftOverWords(mended.replace("Why this is right.", "It held the old solution."))).toEqual([]);
  });

  it("are in every block that has words of its own to replace", () => {
    const without = blockSnippets.filter(({ text }) => leftOverWords(text).length === 0);
    expect(without.map(({ name }) => name)).toEqual(["Tabs", "Code"]);
  });
});
