import { describe, expect, it } from "vitest";
import { attachmentNamed } from "./attachment-name";

describe("attachmentNamed", () => {
  it.each([
    ["report.pdf", `attachment; filename="report.pdf"; filename*=UTF-8''report.pdf`],
    [
      "Prüfung “eins” (1).pdf",
      `attachment; filename="Pru_fung _eins_ (1).pdf"; filename*=UTF-8''Pr%C3%BCfung%20%E2%80%9Ceins%E2%80%9D%20%281%29.pdf`,
    ],
    [
      'a"; filename=evil.html',
      `attachment; filename="a__ filename_evil.html"; filename*=UTF-8''a%22%3B%20filename%3Devil.html`,
    ],
    [
      "a\r\nSet-Cookie: b",
      `attachment; filename="a__Set-Cookie_ b"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b`,
    ],
  ])("encodes %j", (name, header) => expect(attachmentNamed(name)).toBe(header));

  it("can always be sent, half a surrogate pair included", () => {
    expect(() => new Headers({ "Content-Disposition": attachmentNamed("a\ud800.txt") })).not.toThrow();
  });
});
