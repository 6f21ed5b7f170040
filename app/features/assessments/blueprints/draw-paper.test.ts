import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BlueprintQuestion, BlueprintSection } from "./blueprint";
import { drawPaper } from "./draw-paper";

function question(questionId: string, clause: string | null, topic: string | null = null): BlueprintQuestion {
  return {
    questionId,
    version: `v-${questionId}`,
    kind: "single",
    clause,
    topic,
    options: ["a", "b", "c", "d"],
  };
}
function section(draw: number, clauses: string[], topics: string[] = []): BlueprintSection {
  return { title: `Of ${[...clauses, ...topics].join()}`, clauses, topics, draw };
}
const seeds = fc.uint8Array({ minLength: 16, maxLength: 16 });
const bank = Array.from({ length: 12 }, (_, index) =>
  question(`q${index}`, `s:1/${index < 6 ? "4" : "7"}.${index}`),
);
const sections = [section(3, ["s:1/4"]), section(2, ["s:1/7"])];

describe("drawing a paper", () => {
  it("draws what each section asks, no question twice, positions from 1, all options once", () => {
    fc.assert(
      fc.property(seeds, (randomBytes) => {
        const items = drawPaper({
          blueprint: { slug: "own", sections, questions: bank },
          seen: new Set(),
          randomBytes,
        });
        expect(items.map((item) => item.position)).toEqual([1, 2, 3, 4, 5]);
        expect(items.map((item) => item.section)).toEqual([0, 0, 0, 1, 1]);
        expect(new Set(items.map((item) => item.questionVersionId)).size).toBe(5);
        for (const item of items) {
          expect([...item.served].sort()).toEqual(["a", "b", "c", "d"]);
          const clause = bank.find((each) => each.version === item.questionVersionId)!.clause!;
          expect(clause.startsWith(item.section === 0 ? "s:1/4." : "s:1/7.")).toBe(true);
        }
      }),
    );
  });

  it("takes every unseen question before a seen one", () => {
    fc.assert(
      fc.property(seeds, fc.subarray(bank), (randomBytes, known) => {
        const seen = new Set(known.map((each) => each.questionId));
        const items = drawPaper({ blueprint: { slug: "own", sections, questions: bank }, seen, randomBytes });
        sections.forEach((each, index) => {
          const candidates = bank.filter((candidate) => candidate.clause!.startsWith(`${each.clauses[0]}.`));
          const unseen = candidates.filter((candidate) => !seen.has(candidate.questionId)).length;
          const drawnUnseen = items.filter(
            (item) => item.section === index && !seen.has(item.questionVersionId.slice(2)),
          ).length;
          expect(drawnUnseen).toBe(Math.min(each.draw, unseen));
        });
      }),
    );
  });

  it("is decided by the random bytes", () => {
    const draw = (byte: number) =>
      drawPaper({
        blueprint: { slug: "own", sections, questions: bank },
        seen: new Set(),
        randomBytes: new Uint8Array(16).fill(byte),
      });
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it("gives each question and each order about the same chance", () => {
    const drawn = new Map<string, number>();
    let inSourceOrder = 0;
    for (let seed = 0; seed < 2_400; seed++) {
      const randomBytes = new Uint8Array(16);
      new DataView(randomBytes.buffer).setUint32(0, seed);
      for (const item of drawPaper({
        blueprint: { slug: "own", sections: [sections[0]!], questions: bank },
        seen: new Set(),
        randomBytes,
      })) {
        drawn.set(item.questionVersionId, (drawn.get(item.questionVersionId) ?? 0) + 1);
        if (item.served.join("") === "abcd") inSourceOrder++;
      }
    }
    /* 7200 draws over 6 questions and over 24 orders; the margins are six standard deviations. */
    for (const count of drawn.values()) expect(Math.abs(count - 1200)).toBeLessThan(160);
    expect(Math.abs(inSourceOrder - 300)).toBeLessThan(105);
  });

  it("does not take clause 70 for a part of clause 7, and draws by topic", () => {
    const questions = [
      question("seventy", "s:1/70"),
      question("seven", "s:1/7"),
      question("topic", null, "pricing"),
    ];
    const blueprint = {
      slug: "own",
      sections: [section(1, ["s:1/7"]), section(1, [], ["pricing"])],
      questions,
    };
    const items = drawPaper({ blueprint, seen: new Set(), randomBytes: new Uint8Array(16) });
    expect(items.map((item) => item.questionVersionId)).toEqual(["v-seven", "v-topic"]);
  });

  it("lets the section with least to spare choose first", () => {
    const questions = [question("a", "s:1/4.1"), question("b", "s:1/4.2")];
    const blueprint = { slug: "own", sections: [section(1, ["s:1/4"]), section(1, ["s:1/4.1"])], questions };
    fc.assert(
      fc.property(seeds, (randomBytes) => {
        const items = drawPaper({ blueprint, seen: new Set(), randomBytes });
        expect(items.map((item) => item.questionVersionId)).toEqual(["v-b", "v-a"]);
      }),
    );
  });

  it("keeps true before false", () => {
    const questions = [
      { ...question("t", "s:1/4"), kind: "true-false" as const, options: ["true", "false"] },
    ];
    const blueprint = { slug: "own", sections: [section(1, ["s:1/4"])], questions };
    fc.assert(
      fc.property(seeds, (randomBytes) => {
        expect(drawPaper({ blueprint, seen: new Set(), randomBytes })[0]!.served).toEqual(["true", "false"]);
      }),
    );
  });

  it("says which section its bank is too small for", () => {
    const blueprint = {
      slug: "own",
      sections: [section(4, ["s:1/4"])],
      questions: [question("a", "s:1/4.1")],
    };
    expect(() => drawPaper({ blueprint, seen: new Set(), randomBytes: new Uint8Array(16) })).toThrow(
      "The section “Of s:1/4” draws 4 questions, but its bank holds 1.",
    );
  });
});
