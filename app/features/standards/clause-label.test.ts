import { expect, it } from "vitest";
import { clauseLabel } from "./clause-label";

it.each([
  ["iso-9001:2015/7.2", "7.2", "Competence", "ISO 9001:2015, 7.2 Competence"],
  ["iso-18295-1:2017/6", "6", "Human resources", "ISO 18295-1:2017, 6 Human resources"],
])("says %s in words", (key, number, title, label) => {
  expect(clauseLabel(key, number, title)).toBe(label);
});
