import { describe, expect, it } from "vitest";
import { clausesInWords, placeInWords } from "./record-words";

describe("clausesInWords", () => {
  it("groups clauses by their standard, in the order of their numbers", () => {
    expect(clausesInWords("a:1", ["a:1/10.1", "a:1/7.2", "b:2/4"])).toBe(
      "a:1, clauses 7.2, 10.1; b:2, clause 4",
    );
    expect(clausesInWords("a:1", [])).toBe("a:1");
    expect(clausesInWords(null, ["a:1/7"])).toBe("a:1, clause 7");
    expect(clausesInWords(null, ["7"])).toBe("clause 7");
  });
});

describe("placeInWords", () => {
  it("names the region where the team's name does not", () => {
    expect(placeInWords("Service", "EMEA")).toBe("Service, EMEA");
    expect(placeInWords("Sales, Latin America", "Latin America")).toBe("Sales, Latin America");
    expect(placeInWords(null, "EMEA")).toBe("EMEA");
    expect(placeInWords(null, null)).toBe("No team");
  });
});
