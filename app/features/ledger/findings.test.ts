import { expect, it } from "vitest";
import { Findings } from "./findings";

it("lists a thousand findings and counts the others", () => {
  const findings = new Findings();
  for (let count = 0; count < 1_005; count++) findings.add(`entry-${count}`, "changed");
  expect(findings.listed).toHaveLength(1_000);
  expect(findings.listed.at(-1)).toEqual({ entryId: "entry-999", message: "changed" });
  expect(findings.unlisted).toBe(5);
});
