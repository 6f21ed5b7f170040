import { describe, expect, it } from "vitest";
import { assessmentSource } from "../blueprints/assessment-source";
import { formFromSettings } from "./form-from-settings";
import { atRows, checkSettings, settingsFromForm } from "./settings-from-form";
import type { Typed } from "./typed-form";

const source = assessmentSource.parse({
  title: "Order desk",
  summary: "About orders.",
  standard: "iso-9001:2015",
  passMark: 0.755,
  clausePassMark: 0.5,
  minutes: 45,
  graceSeconds: 20,
  warnMinutes: 5,
  attempts: { max: 3, waitHours: 1.5, renewDays: 30, afterLast: "closed" },
  page: "question",
  shuffle: { options: false },
  book: "closed",
  window: { opensAt: "2026-03-28T23:30:00.000+01:00", closesAt: "2026-03-29T09:00:00.000+02:00" },
  declaration: "I work alone.",
  invigilated: true,
  secondMarking: true,
  language: "de",
  audience: { jobRoles: ["rsm"], regions: ["emea"] },
  sections: [
    {
      title: "One",
      banks: ["a", "b"],
      clauses: ["iso-9001:2015/7"],
      topics: ["x", "y"],
      draw: 3,
      passMark: 0.5,
    },
    { title: "Two", banks: ["a"], difficulty: ["easy", "hard"], draw: 1 },
  ],
});

describe("a test's settings", () => {
  it("go through the form and come back, in the person's time zone", () => {
    const typed = formFromSettings(source, "Europe/Zurich");
    expect(typed["window.opensAt"]).toEqual(["2026-03-28T23:30"]);
    expect(checkSettings(settingsFromForm(typed, "Europe/Zurich"))).toEqual({ source, problems: null });
    const elsewhere = settingsFromForm(formFromSettings(source, "America/New_York"), "America/New_York");
    expect(Date.parse(elsewhere.window!.opensAt!)).toBe(Date.parse(source.window!.opensAt!));
  });

  it("take the number of a clause alone where the standard is named", () => {
    const typed = { ...formFromSettings(source, "UTC"), "sections.0.clauses": ["7.2, 8"] };
    expect(settingsFromForm(typed, "UTC").sections![0]!.clauses).toEqual([
      "iso-9001:2015/7.2",
      "iso-9001:2015/8",
    ]);
  });

  it("say at each field what is missing, at the row that it is in", () => {
    const typed: Typed = {
      title: ["T"],
      passMark: ["abc"],
      "sections.0.title": [""],
      "sections.3.title": ["Only one"],
      "sections.3.draw": ["0"],
    };
    const { problems } = checkSettings(settingsFromForm(typed, "UTC"));
    expect(atRows(problems!, typed)).toMatchObject({
      passMark: ["Give a number, such as 12.5."],
      minutes: [expect.any(String)],
      "sections.3.draw": ["Give a number of at least 1."],
      "sections.3.banks": [expect.stringContaining("Choose the bank")],
    });
  });

  it("speak of percent where percent are typed", () => {
    const typed = { passMark: ["120"], clausePassMark: ["-1"], "sections.0.passMark": ["300"] };
    const { problems } = checkSettings(settingsFromForm({ ...typed, "sections.0.title": ["One"] }, "UTC"));
    for (const field of Object.keys(typed))
      expect(problems![field]).toEqual(["Give a share from 0 to 100 %."]);
  });

  it("ask for a section where there is none", () => {
    const { problems } = checkSettings(settingsFromForm({ title: ["A test"] }, "UTC"));
    expect(problems!.sections).toEqual([expect.stringContaining("Add a section")]);
  });

  it("take no number that may be two", () => {
    const { problems } = checkSettings(settingsFromForm({ minutes: ["1,000"] }, "UTC"));
    expect(problems!.minutes).toEqual([expect.stringContaining("Write 1000 if")]);
  });

  it("keep what cannot be used, for the author to see", () => {
    const kept = settingsFromForm({ minutes: ["an hour"], passMark: ["80 %"] }, "UTC");
    expect(formFromSettings(kept, "UTC")).toMatchObject({ minutes: ["an hour"], passMark: ["80"] });
  });
});
