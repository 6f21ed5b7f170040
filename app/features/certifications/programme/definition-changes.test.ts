import { describe, expect, it } from "vitest";
import { type CertificationDefinition, certificationDefinition } from "../certification-definition";
import { definitionChanges } from "./definition-changes";

const definition = (change: object = {}): CertificationDefinition =>
  certificationDefinition.parse({
    id: "service",
    title: "Service",
    edition: "1",
    summary: "Knows the service.",
    validity: { months: 12 },
    requirements: [{ course: "calls" }, { assessment: "service-test" }],
    ...change,
  });

describe("what is different between two revisions", () => {
  it("is nothing between the same rules", () => {
    expect(definitionChanges(definition(), definition())).toEqual([]);
  });

  it("names what lasts longer, what is asked in addition and what no longer is", () => {
    const after = definition({
      validity: { years: 2 },
      graceDays: 14,
      requirements: [{ assessment: "service-test" }, { anyOf: 1, of: [{ course: "a" }, { signOff: "b" }] }],
      renewal: [{ requirements: [{ assessment: "yearly" }] }],
      prerequisites: ["basics"],
      decision: "independent",
    });
    expect(definitionChanges(definition(), after)).toEqual([
      "Validity: valid for 2 years, before valid for 12 months.",
      "Grace: 14 days, before none.",
      "Decided by: somebody who neither trained nor examined, before the rules alone.",
      "Asked at first from now on: course a.",
      "Asked at first from now on: sign-off b.",
      "No longer asked at first: course calls.",
      "Asked at a renewal from now on: test yearly.",
      "To be held first from now on: basics.",
    ]);
  });

  it("says that wording or order changed where nothing else did", () => {
    const after = definition({ requirements: [{ assessment: "service-test" }, { course: "calls" }] });
    expect(definitionChanges(definition(), after)).toEqual([
      "The wording, the order or how steps can be chosen from a group.",
    ]);
  });
});
