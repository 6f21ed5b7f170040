import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvLine } from "./csv-line";

describe("csvLine", () => {
  it.each([
    ['=HYPERLINK("http://evil.example","x")', '"\'=HYPERLINK(""http://evil.example"",""x"")"\r\n'],
    ["+1", "'+1\r\n"],
    ["-1", "'-1\r\n"],
    ["@x", "'@x\r\n"],
    ["\tcmd", "'\tcmd\r\n"],
    ["\rcmd", '"\'\rcmd"\r\n'],
    ["\ncmd", '"\'\ncmd"\r\n'],
    ["＝1+1", "'＝1+1\r\n"],
  ])("makes text of what a spreadsheet would run: %j", (cell, line) => {
    expect(csvLine([cell])).toBe(line);
  });

  it("quotes only what must be, and keeps numbers and empty cells", () => {
    expect(csvLine(["a", null, 0.85, 'say "hi", now', "two\nlines", "1-2", ""])).toBe(
      'a,,0.85,"say ""hi"", now","two\nlines",1-2,\r\n',
    );
  });

  it("writes what csv-stringify writes", () => {
    /* By itself it leaves a lone carriage return unquoted, which spreadsheets take for the end of the line. */
    const options = { escape_formulas: true, record_delimiter: "\r\n", quoted_match: /[\r\n]/ };
    const piece = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "＝", '"', ",", "a", "ü", " ", "'");
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
    /* It lets a line break begin a cell; OWASP's list of formula characters does not. */
    const cell = text.filter((value) => !value.startsWith("\n"));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        expect(csvLine(cells)).toBe(stringify([cells], options));
      }),
      { numRuns: 2_000 },
    );
  });
});
