import { expect, it } from "vitest";
import { excerptAround } from "./search-excerpt";

const text = `${"before ".repeat(40)}needle ${"after ".repeat(60)}`.trim();

it("shows the words around the first match, cut between words", () => {
  const excerpt = excerptAround(text, ["nothing", "needle"]);
  expect(excerpt).toMatch(/^… (before )+needle (after )+…$/);
  expect(excerpt.length).toBeLessThan(200);
});

it("shows a short text whole and none without a match", () => {
  expect(excerptAround("A needle", ["needle"])).toBe("A needle");
  expect(excerptAround(text, ["missing"])).toBe("");
});
