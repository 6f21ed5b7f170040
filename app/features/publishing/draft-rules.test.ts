import { describe, expect, it } from "vitest";
import { audienceWords } from "./audience-words";
import { placedSnippet } from "./block-snippets";
import { differingLines } from "./differing-lines";
import { freeSlug, isSlug, slugOf } from "./draft-rules";
import { publicationOf } from "./publication";
import { lineRange, placeInText } from "./text-field-editing";

describe("an address", () => {
  it.each([
    ["Fitting a Meridian lamp (2026)", "fitting-a-meridian-lamp-2026"],
    ["Größe & Maß", "gro-e-ma"],
    ["日本語", ""],
    ["word ".repeat(30), "word-".repeat(12).slice(0, 59)],
    ["x".repeat(100), "x".repeat(60)],
  ])("is made of %s", (title, expected) => expect(slugOf(title)).toBe(expected));

  it("is numbered until it is free, and stays usable", () => {
    expect(freeSlug("a", new Set(["a", "a-2"]))).toBe("a-3");
    const long = freeSlug("x".repeat(60), new Set(["x".repeat(60)]));
    expect(isSlug(long)).toBe(true);
  });
});

describe("an audience in words", () => {
  const names = {
    jobRoles: [
      { id: "ae", name: "Account Executive" },
      { id: "rsm", name: "Regional Sales Manager" },
    ],
    regions: [{ id: "emea", name: "EMEA" }],
  };
  it.each([
    [[], [], "Everyone"],
    [["ae"], [], "Account Executives"],
    [[], ["emea"], "Everyone in EMEA"],
    [["ae", "rsm"], ["emea", "gone"], "Account Executives and Regional Sales Managers in EMEA and gone"],
  ])("%j %j", (jobRoles, regions, words) => expect(audienceWords({ jobRoles, regions }, names)).toBe(words));
});

describe("the state of a course", () => {
  const course = { number: 3, withdrawnAt: null };
  it.each([
    ["draft", { edits: 4, publishedEdits: null, proposedEdits: null }, undefined],
    ["published", { edits: 4, publishedEdits: 4, proposedEdits: null }, course],
    ["changed", { edits: 5, publishedEdits: 4, proposedEdits: null }, course],
    ["proposed", { edits: 5, publishedEdits: 4, proposedEdits: 5 }, course],
    ["changed", { edits: 6, publishedEdits: 4, proposedEdits: 5 }, course],
    ["published", { edits: 5, publishedEdits: 5, proposedEdits: 5 }, course],
    ["withdrawn", { edits: 5, publishedEdits: 4, proposedEdits: 5 }, { ...course, withdrawnAt: new Date(0) }],
  ] as const)("is %s", (state, draft, published) =>
    expect(publicationOf(draft, published).state).toBe(state),
  );
});

describe("a place in a text", () => {
  const text = "one\ntwo\n\nfour";
  it.each([
    [1, { start: 0, end: 3 }],
    [2, { start: 4, end: 7 }],
    [3, { start: 8, end: 8 }],
    [4, { start: 9, end: 13 }],
    [99, { start: 9, end: 13 }],
  ])("line %i", (line, range) => expect(lineRange(text, line)).toEqual(range));

  it("is counted from one, as problems are", () => {
    expect(placeInText(text, 0)).toEqual({ line: 1, column: 1 });
    expect(placeInText(text, 5)).toEqual({ line: 2, column: 2 });
  });

  it("gets a block between empty lines, and no more of them than needed", () => {
    expect(placedSnippet("X", "", "")).toBe("X\n");
    expect(placedSnippet("X", "a", "b")).toBe("\n\nX\n\n");
    expect(placedSnippet("X", "a\n", "\nb")).toBe("\nX\n");
    expect(placedSnippet("X", "a\n\n", "\n\nb")).toBe("X");
  });
});

describe("two versions", () => {
  it("differ in the lines that only the other one has", () => {
    expect(differingLines("a\nb\nc", "a\nb\nc")).toEqual({ same: true, lines: [] });
    expect(differingLines("a\nb\nc\nd", "a\nx\nc\ny\nd")).toEqual({ same: false, lines: [2, 4] });
    expect(differingLines("a\r\nb", "a\nb")).toEqual({ same: true, lines: [] });
    expect(differingLines("a\nb\nc", "a\nc")).toEqual({ same: false, lines: [] });
  });
});
