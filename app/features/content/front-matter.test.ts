import fc from "fast-check";
import { expect, it } from "vitest";
import { splitFrontMatter, writeFrontMatter } from "./front-matter.server";

it("keeps the number of every line", () => {
  const source = "---\ntitle: A\nminutes: 3\nsummary: B\n---\n\nBody\n";
  const { meta, body } = splitFrontMatter(source);
  expect(meta).toEqual({ title: "A", minutes: 3, summary: "B" });
  expect(body.split("\n").indexOf("Body")).toBe(source.split("\n").indexOf("Body"));
});

it("reads what it writes, whatever the words", () => {
  const words = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 100 })
    .filter((text) => text.trim() !== "" && !/[\p{Cc}\p{Cs}\u2028\u2029\u0085\uFEFF]/u.test(text));
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 240 }), (title, summary, minutes) => {
      const { meta } = splitFrontMatter(`${writeFrontMatter({ title, summary, minutes })}\nBody`);
      expect(meta).toEqual({ title: title.trim(), summary: summary.trim(), minutes });
    }),
  );
});
