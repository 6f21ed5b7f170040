import { describe, expect, it } from "vitest";
import { navigationFor } from "./navigation";

const titles = (access: string[]) => navigationFor(access).map((section) => section.title);

describe("navigation", () => {
  it("gives everyone learning and nothing else", () => {
    expect(titles([])).toEqual(["Learn"]);
    expect(titles(["unknown"])).toEqual(["Learn"]);
  });

  it("adds a section for each access held", () => {
    expect(titles(["manager"])).toEqual(["Learn", "Team"]);
    expect(titles(["auditor", "admin"])).toEqual(["Learn", "Audit", "Admin"]);
  });
});
