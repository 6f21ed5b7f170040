import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("safeNext", () => {
  it.each(["/", "/courses/meridian?lesson=2#drift", "/audit/records?from=2026-01-01&q=a%26b"])(
    "keeps %s",
    (path) => expect(safeNext(path)).toBe(path),
  );

  it.each([
    null,
    undefined,
    "",
    "courses",
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "/\t/evil.example",
    "/.//evil.example",
    "/x/..//evil.example",
    "javascript:alert(1)",
    "/login?next=/login",
    "/logout",
  ])("goes home instead of to %j", (next) => expect(safeNext(next)).toBe("/"));
});
