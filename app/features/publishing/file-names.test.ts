import { describe, expect, it } from "vitest";
import { fileNameOf, isFileName, snippetFor, usesFile } from "./file-names";

describe("a file's name", () => {
  it.each([
    ["Order Form (final).PNG", "order-form-final.png"],
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\temp\\Ünit.svg", "unit.svg"],
    ["…….pdf", "file.pdf"],
    ["archive.tar.gz", "archive-tar.gz"],
    ["no ending", "no-ending"],
    [`${"long ".repeat(40)}.csv`, `${"long-".repeat(16).slice(0, 79)}.csv`],
  ])("%s becomes %s", (given, expected) => expect(fileNameOf(given)).toBe(expected));

  it("is one that a lesson can point to, when it has an ending", () => {
    expect(isFileName(fileNameOf("Order Form.png"))).toBe(true);
    expect(isFileName(fileNameOf("no ending"))).toBe(false);
  });
});

describe("the use of a file", () => {
  it.each([
    ['<Figure src="./a.png" alt="A" />', true],
    ["![A](./a.png)", true],
    ["./a.png", true],
    ["See ./a.png.", true],
    ['<Figure src="./a.pngx" alt="A" />', false],
    ['<Figure src="./ba.png" alt="A" />', false],
    ['<Figure src="./axpng" alt="A" />', false],
    ['<Download src="./a.png.txt" title="A">x</Download>', false],
  ])("in %s", (source, expected) => expect(usesFile(source, "a.png")).toBe(expected));

  it("is shown by kind", () => {
    expect(snippetFor({ name: "a.webm", mediaType: "video/webm" })).toContain('captions="./a.vtt"');
    expect(snippetFor({ name: "a.pdf", mediaType: "application/pdf" })).toMatch(/^<Download/);
  });
});
