import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse";
import type { FindingCode } from "./findings";
import { quartiles } from "./moments";
import type { AskedQuestion, SatItem, SatPaper } from "./responses";

const OPTIONS = ["a", "b", "c", "d"];

/** People of rising strength. `right` and `chooses` say what each of them does with the question under test. */
function sittings(
  people: number,
  chooses: (strength: number, person: number) => string | null,
  others = (strength: number, question: number) => (strength > (question + 1) / 11 ? 1 : 0),
): SatPaper[] {
  return Array.from({ length: people }, (_, person) => {
    const strength = person / (people - 1);
    const choice = chooses(strength, person);
    const tested: SatItem = {
      questionId: "tested",
      versionId: "tested/1",
      share: choice === "a" ? 1 : 0,
      chosen: choice === null ? null : [choice],
      answered: choice !== null,
      seconds: 10 + person,
    };
    const rest = Array.from({ length: 10 }, (_unused, question) => ({
      ...tested,
      questionId: `other-${question}`,
      versionId: `other-${question}/1`,
      share: others(strength, question),
      chosen: null,
    }));
    const items = [tested, ...rest];
    return {
      attemptId: `attempt-${String(person).padStart(3, "0")}`,
      score: items.reduce((sum, item) => sum + item.share!, 0) / items.length,
      items,
    };
  });
}

const single: AskedQuestion = { questionId: "tested", kind: "single", correct: ["a"], options: OPTIONS };

function tested(papers: readonly SatPaper[], question = single) {
  return analyse({ papers, questions: [question], passMark: 0.8 }).questions[0]!;
}

function codes(papers: readonly SatPaper[], question = single): FindingCode[] {
  return tested(papers, question).findings.map(({ code }) => code);
}

describe("findings on a question", () => {
  it("a good question has none", () => {
    const wrong = ["b", "c", "d"];
    expect(codes(sittings(60, (strength, person) => (strength > 0.4 ? "a" : wrong[person % 3]!)))).toEqual(
      [],
    );
  });

  it("judges nothing on fewer than 30 sittings, and still shows the figures", () => {
    const question = tested(sittings(29, (strength) => (strength > 0.5 ? "b" : "a")));
    expect(question.findings).toEqual([
      {
        code: "too-few-sittings",
        severity: "info",
        message:
          "Only 29 people have answered this question so far. The figures are shown, but it takes 30 before they say anything.",
      },
    ]);
    expect(question.discrimination).toBeLessThan(0);
    expect(tested([]).findings[0]!.message).toMatch(/^No people have answered/);
    expect(tested(sittings(2, () => "a").slice(1)).findings[0]!.message).toMatch(
      /^Only 1 person has answered/,
    );
  });

  it("nearly everyone right, and nothing else about it", () => {
    expect(codes(sittings(60, (_, person) => (person === 59 ? "b" : "a")))).toEqual([
      "nearly-everyone-right",
    ]);
  });

  it("a wrong key: strong people choose what is marked wrong", () => {
    const question = tested(
      sittings(60, (strength, person) => (strength > 0.4 ? "b" : OPTIONS[person % 4]!)),
    );
    expect(question.findings.map(({ code }) => code)).toEqual(["probably-wrong-key", "harder-than-guessing"]);
    expect(question.findings[0]).toMatchObject({ severity: "serious", optionIds: ["b"] });
    expect(question.findings[0]!.message).toContain(
      "100% chose an option that is marked wrong, and 0% the one",
    );
  });

  it("harder than guessing is serious only where chance would hardly do it", () => {
    const every = (nth: number) =>
      sittings(60, (_, person) => (person % nth === 0 ? "a" : OPTIONS[1 + (person % 3)]!));
    const found = (papers: SatPaper[]) =>
      tested(papers).findings.find(({ code }) => code === "harder-than-guessing");
    expect(found(every(4))).toBeUndefined();
    expect(found(every(5))?.severity).toBe("warning");
    expect(found(every(20))?.severity).toBe("serious");
    expect(codes(every(20), { ...single, kind: "multiple" })).not.toContain("harder-than-guessing");
  });

  it("weak people get it right more often", () => {
    const numeric = { ...single, kind: "numeric", correct: null, options: [] };
    const backwards = tested(
      sittings(60, (strength) => (strength < 0.5 ? "a" : null)),
      numeric,
    );
    expect(backwards.findings).toHaveLength(1);
    expect(backwards.findings[0]).toMatchObject({ code: "strong-people-get-it-wrong", severity: "serious" });
    expect(backwards.findings[0]!.message).not.toContain("chance");
    expect(backwards.options).toEqual([]);
    expect(backwards.unanswered).toBe(0.5);
  });

  it("strong and weak get it right alike", () => {
    const alike = tested(sittings(60, (_, person) => OPTIONS[[0, 1, 0, 2, 0, 3][person % 6]!]!));
    expect(Math.abs(alike.discrimination!)).toBeLessThan(0.15);
    expect(alike.findings).toHaveLength(1);
    expect(["barely-tells-people-apart", "strong-people-get-it-wrong"]).toContain(alike.findings[0]!.code);
    expect(alike.findings[0]!.severity).toBe("warning");
  });

  it("options that nobody chooses", () => {
    const question = tested(sittings(60, (strength) => (strength > 0.4 ? "a" : "b")));
    expect(question.findings).toMatchObject([{ code: "options-nobody-chooses", optionIds: ["c", "d"] }]);
  });
});

describe("findings on a test", () => {
  const test = (papers: SatPaper[], passMark = 0.8) => analyse({ papers, questions: [], passMark }).test;

  it("judges nothing on fewer than 30 sittings", () => {
    const few = test(sittings(29, () => "a"));
    expect(few.findings.map(({ code }) => code)).toEqual(["too-few-sittings"]);
    expect(few.reliability?.method).toBe("kr-20");
  });

  it("everyone the same", () => {
    const same = test(
      sittings(
        40,
        () => "a",
        () => 1,
      ),
    );
    expect(same.findings.map(({ code }) => code)).toEqual(["no-differences"]);
    expect(same).toMatchObject({ mean: 1, standardDeviation: 0, reliability: null, standardError: null });
  });

  it("too short to trust: says how many questions would do", () => {
    // Right by strength, and by a pattern that differs from question to question.
    const noisy = (strength: number, question: number) =>
      (strength * 0.6 + ((question * 37 + Math.round(strength * 59) * 23) % 50) / 50) * 0.8 > 0.6 ? 1 : 0;
    const short = test(sittings(60, (strength) => (noisy(strength, 10) ? "a" : "b"), noisy));
    expect(short.reliability!.value).toBeGreaterThan(0.37);
    expect(short.reliability!.value).toBeLessThan(0.7);
    const finding = short.findings.find(({ code }) => code === "too-short-to-trust");
    expect(finding?.message).toContain(`About ${short.questionsFor70} questions like these would do`);
    expect(short.questionsFor80!).toBeGreaterThan(short.questionsFor70!);
  });

  it("questions that do not agree: more of them is not the advice", () => {
    const against = (strength: number, question: number) => (strength > 0.5 === (question % 2 === 0) ? 1 : 0);
    const torn = test(sittings(60, (_, person) => (person % 3 === 0 ? "a" : "b"), against));
    expect(torn.findings[0]).toMatchObject({ code: "questions-do-not-agree", severity: "serious" });
    expect(torn.questionsFor70).toBeNull();
  });

  it("counts the sittings within one standard error of the pass mark", () => {
    const papers = sittings(60, (strength) => (strength > 0.4 ? "a" : "b"));
    const measured = test(papers, 0.5);
    const near = papers.filter(({ score }) => Math.abs(score - 0.5) <= measured.standardError!).length;
    expect(measured.nearPassMark).toEqual({ n: near, share: near / 60 });
    expect(near).toBeGreaterThan(0);
    expect(measured.findings.at(-1)?.message).toMatch(
      new RegExp(`^${near} of 60 sittings \\(\\d+%\\) ended within \\d\\.\\d points? of the pass mark`),
    );
    expect(measured.standardErrorPoints).toBeCloseTo(measured.standardError! * 11, 12);
  });
});

describe("figures", () => {
  it("option choices: shares of all who were asked, of the thirds, and the rest score", () => {
    const papers = sittings(60, (strength, person) => (strength > 0.5 ? "a" : person % 2 ? "b" : null));
    const { options, unanswered } = tested(papers);
    expect(unanswered).toBe(0.25);
    expect(options[0]).toMatchObject({ optionId: "a", correct: true, chosen: 30, share: 0.5, topThird: 1 });
    expect(options[1]).toMatchObject({ optionId: "b", correct: false, chosen: 15, share: 0.25, topThird: 0 });
    expect(options[0]!.meanRest!).toBeGreaterThan(options[1]!.meanRest!);
    expect(options[3]).toMatchObject({ chosen: 0, share: 0, meanRest: null });
  });

  it("an answer that awaits a marker is asked, not scored", () => {
    const papers = sittings(40, () => "a").map((paper, person) => ({
      ...paper,
      items: paper.items.map((item) =>
        item.questionId === "tested" && person < 10 ? { ...item, share: null } : item,
      ),
    }));
    expect(tested(papers)).toMatchObject({ asked: 40, n: 30, difficulty: 1, discrimination: null });
  });

  it("tells versions apart", () => {
    const papers = sittings(4, () => "a").map((paper, person) => ({
      ...paper,
      items: paper.items.map((item) => ({ ...item, versionId: person < 3 ? "1" : "2" })),
    }));
    expect(tested(papers).versions).toEqual([
      { versionId: "1", asked: 3 },
      { versionId: "2", asked: 1 },
    ]);
  });

  it("quartiles as R prints them for type 7, its default (quantile(1:10): 3.25, 5.5, 7.75)", () => {
    expect(quartiles([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])).toEqual({ lower: 3.25, median: 5.5, upper: 7.75 });
    expect(quartiles([])).toBeNull();
  });
});

describe("whatever people answer", () => {
  const item = (questionId: string): fc.Arbitrary<SatItem> =>
    fc.record({
      questionId: fc.constant(questionId),
      versionId: fc.constantFrom("1", "2"),
      share: fc.constantFrom(null, 0, 0.25, 1 / 3, 2 / 3, 1),
      chosen: fc.option(fc.subarray(OPTIONS), { nil: null }),
      answered: fc.boolean(),
      seconds: fc.option(fc.integer({ min: 0, max: 5_000 }), { nil: null }),
    });
  const bank = Array.from({ length: 8 }, (_, index) => `q${index}`);
  const papers: fc.Arbitrary<SatPaper[]> = fc
    .array(
      fc.subarray(bank).chain((drawn) => fc.tuple(...drawn.map(item))),
      { maxLength: 45 },
    )
    .map((all) =>
      all.map((items, person) => {
        const shares = items.flatMap(({ share }) => share ?? []);
        const score = shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
        return { attemptId: `attempt-${person}`, score, items };
      }),
    );
  const questions = ["single", "multiple", "true-false", "numeric"].flatMap((kind, index) => [
    { questionId: `q${index}`, kind, correct: kind === "numeric" ? null : ["a"], options: OPTIONS },
    { questionId: `q${index + 4}`, kind, correct: kind === "numeric" ? null : ["a", "b"], options: OPTIONS },
  ]);

  it("every figure is a finite number in its range, or null", () => {
    fc.assert(
      fc.property(papers, (all) => {
        const result = analyse({ papers: all, questions, passMark: 0.8 });
        JSON.stringify(result, (key, value: unknown) => {
          if (typeof value === "number") expect(Number.isFinite(value), key).toBe(true);
          if (typeof value === "string") expect(value).not.toMatch(/NaN|Infinity|undefined|null|!/);
          return value;
        });
        for (const { difficulty, discrimination, upperLower, unanswered, options } of result.questions) {
          within(0, 1, difficulty, unanswered);
          within(-1, 1, discrimination, upperLower);
          for (const { share, topThird, bottomThird, meanRest } of options) {
            within(0, 1, share, topThird, bottomThird, meanRest);
          }
        }
        const { reliability, standardError, standardDeviation, nearPassMark } = result.test;
        within(-Infinity, 1, reliability?.value ?? null);
        within(0, standardDeviation ?? 0, standardError);
        within(0, 1, nearPassMark?.share ?? null);
      }),
      { numRuns: 100 },
    );
  });

  it("the order in which papers arrive changes nothing", () => {
    fc.assert(
      fc.property(
        papers.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, other]) => {
          expect(analyse({ papers: other, questions, passMark: 0.8 })).toEqual(
            analyse({ papers: all, questions, passMark: 0.8 }),
          );
        },
      ),
      { numRuns: 50 },
    );
  });

  function within(low: number, high: number, ...values: (number | null)[]) {
    for (const value of values) {
      if (value === null) continue;
      expect(value).toBeGreaterThanOrEqual(low - 1e-9);
      expect(value).toBeLessThanOrEqual(high + 1e-9);
    }
  }
});
