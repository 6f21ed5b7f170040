import { describe, expect, it } from "vitest";
import { themeOf } from "./theme";

describe("the theme cookie", () => {
  it.each([
    [null, "system"],
    ["", "system"],
    ["attest_theme=dark", "dark"],
    ["attest_session=abc; attest_theme=light", "light"],
    ["attest_theme=system", "system"],
    ['attest_theme="><script>', "system"],
    ["my_attest_theme=dark", "system"],
  ])("%j means %s", (header, theme) => {
    expect(themeOf(header)).toBe(theme);
  });
});
