import { describe, expect, it } from "vitest";
import { byFoldedName, foldName } from "./fold-name";

describe("foldName", () => {
  it.each([
    ["Özil", "ozil"],
    ["  Émile   Zola ", "emile zola"],
    ["E\u0301mile", "emile"],
    ["ŁUKASZ ŻAK", "lukasz zak"],
    ["O’Brien", "o'brien"],
    ["Søren Ærø", "soren aero"],
    ["Straße", "strasse"],
    ["İnce", "ince"],
    ["Иванов", "ivanov"],
    ["x\u0323\u0307", "x"],
  ])("folds %s", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it("leaves nobody without a name to be found by", () => {
    expect(foldName("\u0301")).toBe("\u0301");
  });
});

it("sorts accents and small letters among the others, and the same name by id", () => {
  const names = ["Zoe", "de Vries", "Émile", "Emil", "Özil", "Berg"];
  const people = [...names, "Berg"].map((name, index) => ({ name, id: String(9 - index) }));
  expect(people.sort(byFoldedName).map(({ name, id }) => `${name} ${id}`)).toEqual([
    "Berg 3",
    "Berg 4",
    "de Vries 8",
    "Emil 6",
    "Émile 7",
    "Özil 5",
    "Zoe 9",
  ]);
});
