import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import fc from "fast-check";
import { parse } from "yaml";
import { expect, it } from "vitest";
import { QuestionTextRefused, renderBlock, renderInline } from "./render-question-text.server";

/** What follows is never plain, so the whole text goes through the parser. */
const parsed = (text: string) => renderBlock(`${text}\n\n*x*`).replace(/\n?<p><em>x<\/em><\/p>$/, "");

it("renders plain text as the parser does", () => {
  const sign = fc.constantFrom(..."abWwZé09 .,;?%()\"'/=+-–—…×’htps:@*_&<1*");
  fc.assert(
    fc.property(fc.string({ unit: sign, minLength: 1, maxLength: 14 }), (text) => {
      expect(outcome(() => renderBlock(text))).toBe(outcome(() => parsed(text)));
    }),
    { numRuns: 1_000 },
  );
});

it.each([
  "1. Enter it",
  "2) Enter it",
  "12.",
  "see www.halden.example",
  "HTTP://a.b",
  "a  b",
  "- a",
  "2026-03-04",
  "3 + 4 = 7",
])("renders %j as the parser does", (text) =>
  expect(outcome(() => renderBlock(text))).toBe(outcome(() => parsed(text))),
);

it("renders the texts of the curriculum's questions as the parser does", async () => {
  const names = await readdir("content/assessments", { recursive: true });
  const files = names
    .filter((name) => /questions.*\.yaml$/.test(name))
    .map((name) => path.join("content/assessments", name));
  const texts = (await Promise.all(files.map((file) => readFile(file, "utf8")))).flatMap((yaml) =>
    stringsIn(parse(yaml)),
  );
  const short = texts.filter((text) => !text.includes("\n"));
  expect(short.length).toBeGreaterThan(3_000);
  const wrong = short
    .filter((_, index) => index % 12 === 0)
    .filter((text) => outcome(() => renderBlock(text)) !== outcome(() => parsed(text)));
  expect(wrong).toEqual([]);
});

it("refuses what is more than a paragraph as an option", () => {
  expect(renderInline("Two *words*")).toBe("Two <em>words</em>");
  expect(() => renderInline("- a list")).toThrow(QuestionTextRefused);
  expect(() => renderBlock("<b>bold</b>")).toThrow("Question text takes no HTML.");
});

function outcome(render: () => string): string {
  try {
    return render();
  } catch (error) {
    return `refused: ${(error as Error).message}`;
  }
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
