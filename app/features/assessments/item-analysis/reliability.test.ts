import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LSAT7, RATINGS, ZAIONTZ, papersOf } from "./published-data";
import {
  cronbachAlpha,
  questionsNeeded,
  reliabilityOf,
  reliabilityOfDrawn,
  reliabilityWhenLengthened,
  standardError,
} from "./reliability";

const asMaps = (matrix: readonly (readonly number[])[]) =>
  matrix.map((row) => new Map(row.map((share, column) => [`q${column}`, share])));

const matrices = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 8 }))
  .chain(([people, questions]) =>
    fc.array(
      fc.array(fc.constantFrom(0, 0.25, 1 / 3, 0.5, 1), { minLength: questions, maxLength: questions }),
      { minLength: people, maxLength: people },
    ),
  );

describe("drawn papers", () => {
  it.each([
    ["KR-20 example", ZAIONTZ],
    ["ratings", RATINGS],
    ["LSAT 7", LSAT7],
  ])("gives what alpha gives on a complete matrix: %s", (_, matrix) => {
    expect(reliabilityOfDrawn(asMaps(matrix))).toBeCloseTo(cronbachAlpha(matrix)!, 10);
  });

  it("gives what alpha gives on any complete matrix", () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const alpha = cronbachAlpha(matrix);
        const drawn = reliabilityOfDrawn(asMaps(matrix));
        if (alpha === null) expect(drawn).toBeNull();
        else expect(Math.abs(drawn! - alpha)).toBeLessThan(1e-6 * Math.max(1, Math.abs(alpha)));
      }),
    );
  });

  /** No published example of this was found, so people of known ability sit two papers each, and the two are compared. */
  it("agrees with a slow reference: the correlation of two papers drawn for each of many simulated people", () => {
    const random = mulberry32(20_240_611);
    const bank = Array.from({ length: 120 }, () => normal(random) * 1.2);
    const sit = (ability: number) => {
      const drawn = new Map<string, number>();
      while (drawn.size < 20) {
        const question = Math.floor(random() * bank.length);
        const chance = 1 / (1 + Math.exp(bank[question]! - ability));
        if (!drawn.has(`q${question}`)) drawn.set(`q${question}`, random() < chance ? 1 : 0);
      }
      return drawn;
    };
    const people = Array.from({ length: 6_000 }, () => normal(random));
    const first = people.map(sit);
    const second = people.map(sit);
    const score = (paper: ReadonlyMap<string, number>) =>
      [...paper.values()].reduce((sum, share) => sum + share, 0) / paper.size;
    const seen = pearsonSlowly(first.map(score), second.map(score));
    expect(Math.abs(reliabilityOfDrawn(first)! - seen)).toBeLessThan(0.03);
    // As few sittings as a real test has, many times over: right on average, so not biased by most pairs being rare.
    const small = Array.from({ length: 60 }, (_, sample) =>
      reliabilityOfDrawn(first.slice(sample * 100, sample * 100 + 100))!,
    );
    expect(Math.abs(small.reduce((sum, value) => sum + value, 0) / small.length - seen)).toBeLessThan(0.05);
  });

  it("says nothing where no two questions were asked together", () => {
    expect(reliabilityOfDrawn([new Map([["a", 1]]), new Map([["b", 0]])])).toBeNull();
    expect(reliabilityOf([])).toBeNull();
  });

  it("leaves out what is not scored, and then no longer takes the papers for complete", () => {
    const papers = papersOf(ZAIONTZ);
    const waiting = papers.map((paper, person) =>
      person === 0
        ? {
            ...paper,
            items: paper.items.map((item, index) => (index === 0 ? { ...item, share: null } : item)),
          }
        : paper,
    );
    expect(reliabilityOf(papers)?.method).toBe("kr-20");
    expect(reliabilityOf(waiting)?.method).toBe("drawn");
    const dropped = papers.map((paper) => ({
      ...paper,
      items: paper.items.map((item, index) => (index === 0 ? { ...item, share: null } : item)),
    }));
    expect(reliabilityOf(dropped)).toEqual({
      method: "kr-20",
      value: expect.closeTo(cronbachAlpha(ZAIONTZ.map((row) => row.slice(1)))!, 12) as number,
    });
  });
});

describe("what cannot be said is null", () => {
  it("nobody, one person, one question, one and the same score", () => {
    expect(cronbachAlpha([])).toBeNull();
    expect(cronbachAlpha([[1, 0, 1]])).toBeNull();
    expect(cronbachAlpha([[1], [0]])).toBeNull();
    expect(
      cronbachAlpha([
        [0.1, 0.2],
        [0.2, 0.1],
      ]),
    ).toBeNull();
  });

  it("no number of questions mends a test whose questions have nothing in common", () => {
    expect(questionsNeeded(0, 10, 0.7)).toBeNull();
    expect(questionsNeeded(-0.4, 10, 0.7)).toBeNull();
    expect(questionsNeeded(1, 10, 0.7)).toBeNull();
    expect(questionsNeeded(1e-300, 10, 0.8)).toBeNull();
  });
});

describe("Spearman–Brown", () => {
  it("leads to a length that reaches the aim, where one question less does not (checked by the formula itself)", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.integer({ min: 2, max: 100 }),
        fc.constantFrom(0.7 as const, 0.8 as const),
        (reliability, questions, wanted) => {
          const needed = questionsNeeded(reliability, questions, wanted)!;
          expect(reliabilityWhenLengthened(reliability, needed / questions)!).toBeGreaterThan(wanted - 1e-6);
          expect(reliabilityWhenLengthened(reliability, (needed - 1) / questions)!).toBeLessThan(wanted);
        },
      ),
    );
  });

  it("the case in the help of Stata's sbrowni (H. M. Caci 1998), which prints no result: 20 questions at 0.5, for 0.8", () => {
    const needed = questionsNeeded(0.5, 20, 0.8)!;
    expect(needed).toBe(80);
    expect(reliabilityWhenLengthened(0.5, needed / 20)).toBeCloseTo(0.8, 12);
  });

  it("doubling does what adding a copy of true scores and errors does (checked by variances)", () => {
    // True variance 3, error variance 2: 3/5; two parallel parts: 4 × 3 / (4 × 3 + 2 × 2).
    expect(reliabilityWhenLengthened(3 / 5, 2)).toBeCloseTo(12 / 16, 12);
  });
});

it("the error of measurement is never larger than the spread of the scores", () => {
  expect(standardError(0.2, -0.5)).toBe(0.2);
  expect(standardError(0.2, 0)).toBe(0.2);
  expect(standardError(0.2, 1)).toBe(0);
});

function pearsonSlowly(xs: readonly number[], ys: readonly number[]): number {
  const n = xs.length;
  let [x, y, xy, xx, yy] = [0, 0, 0, 0, 0];
  for (let index = 0; index < n; index += 1) {
    x += xs[index]!;
    y += ys[index]!;
    xy += xs[index]! * ys[index]!;
    xx += xs[index]! ** 2;
    yy += ys[index]! ** 2;
  }
  return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
