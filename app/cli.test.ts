import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { runAttest } from "../tests/setup/run-attest";

const bare = { ATTEST_MODE: "", DATABASE_URL: "", BASE_URL: "", SMTP_URL: "" };

describe("npx attest without settings", () => {
  it("lists its commands", async () => {
    const overview = await runAttest([], bare);
    expect(overview.output).toContain("content check");
    expect(overview.code).toBe(0);
    expect(await runAttest(["serve", "--help"], bare)).toMatchObject({ code: 0 });
  });

  it("judges content, and fails for what is to be mended", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "attest-cli-"));
    cpSync("content/courses/travel-and-expenses", path.join(folder, "courses/travel-and-expenses"), {
      recursive: true,
    });
    const check = await runAttest(["content", "check", folder], bare);
    rmSync(folder, { recursive: true });
    expect(check.output).toContain("courses/travel-and-expenses/course.yaml:");
    expect(check.output).toMatch(/1 courses, 4 lessons, .* [1-9]\d* findings\./);
    expect(check.code).toBe(1);
  });

  it("serves nothing and says what is missing", async () => {
    const { code, output } = await runAttest(["serve"], bare);
    expect(code).toBe(1);
    for (const name of ["DATABASE_URL", "BASE_URL", "SMTP_URL"])
      expect(output).toContain(`${name} is missing`);
  });

  it("says what to do where there is no database yet", async () => {
    const settings = { ...bare, ATTEST_MODE: "demo", DATA_DIR: "/tmp/attest-no-such-folder" };
    for (const command of ["demo-data", "ledger verify"]) {
      const { code, output } = await runAttest(command.split(" "), settings);
      expect(output).toContain("Run: npx attest migrate");
      expect(code).toBe(1);
    }
  });

  it("calls what it cannot use a misuse", async () => {
    expect(await runAttest(["frobnicate"], bare)).toMatchObject({ code: 2 });
    const wrongFolder = await runAttest(["content", "check", "tests"], bare);
    expect(wrongFolder.output).toContain("not a content folder");
    expect(wrongFolder.code).toBe(2);
  });
});
