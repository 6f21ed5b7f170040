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

describe("cases", () => {
  const inCase = (name: string, size: number) =>
    Array.from({ length: size }, (_, index) => ({ ...question(`${name}-${index}`, "s:1/4"), case: name }));
  const single = (name: string) => question(name, "s:1/4");
  const draw = (
    questions: BlueprintQuestion[],
    wanted: number,
    randomBytes: Uint8Array,
    seen: string[] = [],
  ) =>
    drawPaper({
      blueprint: { slug: "own", sections: [section(wanted, ["s:1/4"])], questions },
      seen: new Set(seen),
      randomBytes,
    }).map((item) => item.questionVersionId.slice(2));
  const groups = [inCase("warehouse", 3), inCase("claim", 2), inCase("call", 4)];
  const cases = [...groups.flat(), single("x"), single("y")];

  it("are drawn whole and stand together in their order, and the number is exact", () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: cases.length }), (randomBytes, wanted) => {
        const drawn = draw(cases, wanted, randomBytes);
        expect(drawn).toHaveLength(wanted);
        expect(new Set(drawn).size).toBe(wanted);
        for (const group of groups) {
          const names = group.map(({ questionId }) => questionId);
          const first = drawn.findIndex((name) => names.includes(name));
          if (first >= 0) expect(drawn.slice(first, first + names.length)).toEqual(names);
        }
      }),
    );
  });

  it("can fill any number that some of them add up to, also where the first picks would not", () => {
    const threes = [inCase("a", 3), inCase("b", 3), inCase("c", 2), inCase("d", 2)].flat();
    fc.assert(
      fc.property(seeds, (randomBytes) => {
        expect(draw(threes, 4, randomBytes).every((name) => /^[cd]/.test(name))).toBe(true);
      }),
    );
    expect(() => draw(threes, 1, new Uint8Array(16))).toThrow("draws 1 questions");
    expect(() => draw(threes, 9, new Uint8Array(16))).toThrow("draws 9 questions");
  });

  it("count as seen when one of their questions was", () => {
    fc.assert(
      fc.property(seeds, (randomBytes) => {
        const drawn = draw([...inCase("old", 2), ...inCase("new", 2)], 2, randomBytes, ["old-1"]);
        expect(drawn).toEqual(["new-0", "new-1"]);
      }),
    );
  });

  it("of the same name in two banks are two", () => {
    const other = inCase("claim", 2).map((each) => ({
      ...each,
      version: `${each.version}-other`,
      bank: "other",
    }));
    const blueprint = {
      slug: "own",
      sections: [{ ...section(2, ["s:1/4"]), banks: ["own", "other"] }],
      questions: [...inCase("claim", 2), ...other],
    };
    fc.assert(
      fc.property(seeds, (randomBytes) => {
        const items = drawPaper({ blueprint, seen: new Set(), randomBytes });
        const banks = items.map((item) => item.questionVersionId.endsWith("-other"));
        expect(banks[0]).toBe(banks[1]);
      }),
    );
  });
});

describe("what may be drawn", () => {
  const draw = (
    of: Partial<BlueprintSection>,
    questions: BlueprintQuestion[],
    more: { withdrawn?: ReadonlySet<string>; shuffle?: { questions?: boolean; options?: boolean } } = {},
  ) => {
    const { withdrawn, ...rest } = more;
    return (randomBytes: Uint8Array) =>
      drawPaper({
        blueprint: { slug: "own", sections: [{ ...section(2, []), ...of }], questions, ...rest },
        seen: new Set(),
        randomBytes,
        ...(withdrawn ? { withdrawn } : {}),
      });
  };
  const names = (items: ReturnType<ReturnType<typeof draw>>) => items.map((item) => item.questionVersionId);
  const always = (make: (bytes: Uint8Array) => ReturnType<ReturnType<typeof draw>>, wanted: string[]) =>
    fc.assert(
      fc.property(seeds, (bytes) => {
        expect(names(make(bytes)).sort()).toEqual(wanted);
      }),
    );

  it("is of the difficulty asked for, where one is asked for", () => {
    const questions = [
      { ...question("e", null), difficulty: "easy" as const },
      { ...question("m", null), difficulty: "medium" as const },
      { ...question("h", null), difficulty: "hard" as const },
      question("unknown", null),
    ];
    always(draw({ difficulty: ["easy", "hard"] }, questions), ["v-e", "v-h"]);
    always(draw({ draw: 4 }, questions), ["v-e", "v-h", "v-m", "v-unknown"]);
    expect(() => draw({ difficulty: ["hard"] }, questions)(new Uint8Array(16))).toThrow("its bank holds 1");
  });

  it("is of the banks named, and of the test's own where none is", () => {
    const questions = [
      question("own", null),
      { ...question("a", null), bank: "a" },
      { ...question("b", null), bank: "b" },
    ];
    always(draw({ banks: ["a", "b"] }, questions), ["v-a", "v-b"]);
    always(draw({ banks: ["own", "b"] }, questions), ["v-b", "v-own"]);
    always(draw({ draw: 1 }, questions), ["v-own"]);
  });

  it("has one of the topics, as its topic or among its tags", () => {
    const questions = [
      question("topic", null, "pricing"),
      { ...question("tag", null, "contracts"), tags: ["other", "pricing"] },
      question("neither", null, "contracts"),
    ];
    always(draw({ topics: ["pricing"] }, questions), ["v-tag", "v-topic"]);
  });

  it("is nothing that was withdrawn", () => {
    const questions = [question("a", null), question("b", null), question("bad", null)];
    always(draw({}, questions, { withdrawn: new Set(["v-bad"]) }), ["v-a", "v-b"]);
    const all = draw({ draw: 3 }, questions, { withdrawn: new Set(["v-bad"]) });
    expect(() => all(new Uint8Array(16))).toThrow("draws 3 questions, but its bank holds 2");
  });

  it("stays as it was written with shuffling off, but for what is to be put in order", () => {
    const questions = [
      question("a", null),
      { ...question("order", null), kind: "ordering" as const },
      question("c", null),
    ];
    const shuffle = { questions: false, options: false };
    const served = new Set<string>();
    fc.assert(
      fc.property(seeds, (bytes) => {
        const items = draw({ draw: 3 }, questions, { shuffle })(bytes);
        expect(names(items)).toEqual(["v-a", "v-order", "v-c"]);
        expect([items[0]!.served, items[2]!.served]).toEqual(Array(2).fill(["a", "b", "c", "d"]));
        served.add(items[1]!.served.join());
      }),
    );
    expect(served.size).toBeGreaterThan(10);
    /* What is drawn of more than enough is by chance; it is only shown in the written order. */
    fc.assert(
      fc.property(seeds, (bytes) => {
        const drawn = names(draw({ draw: 2 }, questions, { shuffle })(bytes));
        expect(drawn).toEqual(["v-a", "v-order", "v-c"].filter((name) => drawn.includes(name)));
      }),
    );
  });
});
