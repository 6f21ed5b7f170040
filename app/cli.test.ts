import { describe, expect, it } from "vitest";
import { runAttest } from "../tests/setup/run-attest";

const bare = { ATTEST_MODE: "", DATABASE_URL: "", BASE_URL: "", SMTP_URL: "" };

describe("npx attest without settings", () => {
  it("lists its commands and judges content", async () => {
    expect(await runAttest([], bare)).toMatchObject({
      code: 0,
      output: expect.stringContaining("content check"),
    });
    expect(await runAttest(["serve", "--help"], bare)).toMatchObject({ code: 0 });
    expect(await runAttest(["content", "check"], bare)).toMatchObject({
      code: 0,
      output: expect.stringContaining("0 findings"),
    });
  });

  it("serves nothing and says what is missing", async () => {
    const { code, output } = await runAttest(["serve"], bare);
    expect(code).toBe(1);
    for (const name of ["DATABASE_URL", "BASE_URL", "SMTP_URL"])
      expect(output).toContain(`${name} is missing`);
  });

  it("calls what it cannot use a misuse", async () => {
    expect(await runAttest(["frobnicate"], bare)).toMatchObject({ code: 2 });
    expect(await runAttest(["content", "check", "tests"], bare)).toMatchObject({
      code: 2,
      output: expect.stringContaining("not a content folder"),
    });
  });
});
