import { describe, expect, it } from "vitest";
import { inOrderOfReference, kindOf, type Table } from "./tables";

const table = (name: string, ...refersTo: string[]): Table => ({ name, columns: [], key: [], refersTo });
const names = (tables: readonly Table[]) => inOrderOfReference(tables).map(({ name }) => name);

describe("order of reference", () => {
  it("puts what is referred to first, whatever the order given", () => {
    expect(names([table("c", "b", "a"), table("b", "a"), table("a")])).toEqual(["a", "b", "c"]);
  });

  it("takes a table that refers to itself", () => {
    expect(names([table("a", "a")])).toEqual(["a"]);
  });

  it("refuses a circle", () => {
    expect(() => names([table("a", "b"), table("b", "a"), table("c")])).toThrow("a, b");
  });
});

describe("kinds of column", () => {
  it("are the same for the names that each database has for them", () => {
    expect(["REAL", "double precision"].map(kindOf)).toEqual(["real", "real"]);
    expect(["DATETIME", "timestamp without time zone"].map(kindOf)).toEqual(["date", "date"]);
  });

  it("do not pass over a type that nobody thought of", () => {
    expect(() => kindOf("BLOB")).toThrow("BLOB");
  });
});
