import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesText } from "./short-text";

describe("a typed text", () => {
  it.each<[why: string, pattern: string, typed: string, matchCase: boolean, fits: boolean]>([
    ["the same", "corrective action", "corrective action", false, true],
    ["another", "corrective action", "preventive action", false, false],
    ["only a part", "corrective action", "corrective", false, false],
    ["capitals that do not matter", "ISO 9001", "iso 9001", false, true],
    ["capitals that do", "ISO 9001", "iso 9001", true, false],
    ["spaces around and between", "corrective action", "  corrective \t action\n", false, true],
    ["no-break spaces", "corrective action", "corrective\u00a0action", false, true],
    ["a typographic apostrophe", "customer's", "customer’s", true, true],
    ["typographic quotes", '"plan"', "“plan”", true, true],
    ["an en dash for a hyphen", "plan-do", "plan–do", true, true],
    ["a minus sign for a hyphen", "-4", "−4", true, true],
    ["a letter and its accent apart", "réponse", "re\u0301ponse", true, true],
    ["full-width letters", "ISO", "ＩＳＯ", true, true],
    ["a ligature", "profit", "proﬁt", true, true],
    ["an accent left out", "réponse", "reponse", false, false],
    ["any text after", "seven*", "seven days", false, true],
    ["nothing after", "seven*", "seven", false, true],
    ["any text before", "*days", "seven days", false, true],
    ["any text between", "plan*act", "plan, do, check, act", false, true],
    ["the ends overlapping", "aba*aba", "ababa", false, false],
    ["the ends side by side", "aba*aba", "abaaba", false, true],
    ["parts in their order", "*plan*do*", "first plan then do it", false, true],
    ["parts in another order", "*plan*do*", "first do then plan it", false, false],
    ["a part that only the end has", "*do*do", "do", false, false],
    ["one star for everything", "*", "anything", false, true],
    ["signs of a regular expression", "(a+b)?", "(a+b)?", false, true],
    ["a dot for any letter", "a.c", "abc", false, false],
  ])("with %s", (_, pattern, typed, matchCase, fits) => {
    expect(matchesText(pattern, typed, matchCase)).toBe(fits);
  });

  /* Read as a regular expression, the slow and obvious way. */
  it("fits a pattern as it does its regular expression", () => {
    const letters = fc.stringMatching(/^[ab]{0,8}$/);
    const pattern = fc.stringMatching(/^[ab*]{1,8}$/);
    fc.assert(
      fc.property(pattern, letters, (source, typed) => {
        const expression = new RegExp(`^${source.replaceAll("*", ".*")}$`);
        expect(matchesText(source, typed, true)).toBe(expression.test(typed));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is found in a moment, however many stars there are", () => {
    const started = performance.now();
    expect(matchesText(`${"*a".repeat(200)}b`, "a".repeat(400), true)).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
