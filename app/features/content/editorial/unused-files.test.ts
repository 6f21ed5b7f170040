import { expect, it } from "vitest";
import { unusedFiles } from "./unused-files";

it("finds the files that nothing uses", () => {
  expect(unusedFiles("courses/a", ["a.svg", "b.svg"], new Set(["b.svg"]))).toMatchObject([
    { file: "courses/a/a.svg", line: 1 },
  ]);
});
