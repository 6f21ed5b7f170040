import { describe, expect, it } from "vitest";
import { Invalid } from "~/platform/errors";
import {
  cursorText,
  FILTERS,
  readRecordQuestion,
  recordSearch,
  requireSound,
  without,
} from "./record-filters";

const read = (search: string) => readRecordQuestion(new URLSearchParams(search));

describe("readRecordQuestion", () => {
  it("reads what recordSearch writes", () => {
    const filters = Object.fromEntries(
      FILTERS.map((name) => [name, name === "from" || name === "to" ? "2026-03-04" : `a ${name}&`]),
    );
    const question = read(recordSearch({ filters, order: "oldest" }));
    expect(question).toMatchObject({ filters, order: "oldest", cursor: null, errors: {} });
    expect(recordSearch(question)).toBe(recordSearch({ filters, order: "oldest" }));
  });

  it("leaves out what is empty, and has no address for the plain list", () => {
    expect(read("person=+&team=&from=").filters).toEqual({});
    expect(recordSearch({ filters: {} })).toBe("");
    expect(recordSearch({ filters: without({ team: "a", kind: "b" }, "team") })).toBe("?kind=b");
  });

  it.each(["from=2026-02-30", "to=4.3.2026", "from=0000-00-00", "to=2026-03-04T00:00", "from=9999999-01-01"])(
    "says how a date is written: %s",
    (search) => {
      const { errors } = read(search);
      expect(Object.values(errors).flat()).toEqual(["Use a date such as 2026-03-04."]);
    },
  );

  it("refuses days in the wrong order, searches that are too long, control characters and damaged pages", () => {
    expect(read("from=2026-03-05&to=2026-03-04").errors.to).toHaveLength(1);
    expect(read(`person=${"x".repeat(10_000)}`).errors.person).toHaveLength(1);
    expect(read("team=%00").errors.team).toHaveLength(1);
    for (const page of [
      "after=x",
      "before=2026-13-01T00:00:00.000Z_a",
      "after=2026-01-01T00:00:00.000Z_%27--",
    ])
      expect(read(page).errors.page, page).toHaveLength(1);
    expect(() => requireSound(read("from=x"))).toThrow(Invalid);
    expect(() => requireSound(read("from=2026-01-01"))).not.toThrow();
  });

  it("reads the place of a page", () => {
    const place = { occurredAt: new Date("2026-03-04T05:06:07.089Z"), id: "0190-abc" };
    expect(read(`before=${cursorText(place)}`).cursor).toEqual({ direction: "before", ...place });
  });
});
