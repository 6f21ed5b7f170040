/** Every number asserted here is printed in the source named, to the digits printed there. */
import { describe, expect, it } from "vitest";
import { analyse } from "./analyse";
import { meetingsByQuestion, type Meeting } from "./meetings";
import { standardDeviation } from "./moments";
import {
  DENIS,
  LSAT6,
  LSAT7,
  RATINGS,
  WORKSHEET,
  WORKSHEET_DIFFICULTY,
  WORKSHEET_DISCRIMINATION,
  WUENSCH,
  ZAIONTZ,
  papersOf,
} from "./published-data";
import { itemRestCorrelation, upperLowerIndex } from "./question-quality";
import { cronbachAlpha, reliabilityOf, standardError } from "./reliability";
import { testQuality } from "./test-quality";

function questionsOf(matrix: readonly (readonly number[])[]) {
  return matrix[0]!.map((_, column) => ({
    questionId: `q${column + 1}`,
    kind: "numeric",
    correct: null,
    options: [],
  }));
}

function analysed(matrix: readonly (readonly number[])[]) {
  return analyse({ papers: papersOf(matrix), questions: questionsOf(matrix), passMark: 0.5 });
}

describe("KR-20", () => {
  it("Zaiontz, Real Statistics, “Kuder and Richardson Formula 20”, example 1: 0.738", () => {
    expect(reliabilityOf(papersOf(ZAIONTZ))?.method).toBe("kr-20");
    expect(reliabilityOf(papersOf(ZAIONTZ))?.value).toBeCloseTo(0.738, 3);
  });

  it("Pingouin documentation, cronbach_alpha, the same table with its gaps filled by the median: 0.7380191693290734", () => {
    expect(cronbachAlpha(ZAIONTZ)).toBeCloseTo(0.7380191693290734, 12);
  });

  it("Wuensch, East Carolina University, KR20.txt: the p of each item, sum of pq 2.18 and variance 5.84", () => {
    const { test, questions } = analysed(WUENSCH);
    expect(questions.map(({ difficulty }) => difficulty)).toEqual([
      0.7, 0.7, 0.6, 0.7, 0.6, 0.8, 0.7, 0.7, 0.5, 0.6,
    ]);
    expect(test.reliability?.value).toBeCloseTo((10 / 9) * (1 - 2.18 / 5.84), 10);
  });
});

describe("Cronbach’s alpha", () => {
  it("Denis, Applied Univariate, Bivariate, and Multivariate Statistics (Wiley), SPSS output: 0.633, means and deviations", () => {
    expect(cronbachAlpha(DENIS)).toBeCloseTo(0.633, 3);
    const { questions } = analysed(DENIS);
    const printed = [
      [7.3, 2.71006],
      [8.8, 5.05085],
      [9.1, 4.7481],
      [9.4, 2.71621],
      [7.0, 3.80058],
    ];
    questions.forEach((question, index) => {
      expect(question.difficulty).toBeCloseTo(printed[index]![0]!, 4);
      expect(question.standardDeviation).toBeCloseTo(printed[index]![1]!, 5);
    });
  });

  it("Zaiontz, Real Statistics, “Cronbach’s alpha”, as in Pingouin’s documentation: 0.5917188485995826", () => {
    expect(cronbachAlpha(RATINGS)).toBeCloseTo(0.5917188485995826, 12);
    const shares = RATINGS.map((row) => row.map((rating) => rating / 7));
    expect(reliabilityOf(papersOf(shares))).toEqual({
      method: "alpha",
      value: expect.closeTo(0.5917188485995826, 12) as number,
    });
  });
});

describe("item-rest correlation (corrected point-biserial)", () => {
  it("LSAT section 6, ltm::descript (Rizopoulos 2006, Journal of Statistical Software 17/5; output at rstudio-pubs 668925)", () => {
    const { test, questions } = analysed(LSAT6);
    expect(questions.map(({ difficulty }) => difficulty)).toEqual([0.924, 0.709, 0.553, 0.763, 0.87]);
    const excluded = [0.1128, 0.1532, 0.1728, 0.1444, 0.1216];
    questions.forEach((question, index) => expect(question.discrimination).toBeCloseTo(excluded[index]!, 4));
    expect(test.reliability?.value).toBeCloseTo(0.295, 4);
  });

  it("LSAT section 7, mirt::itemstats (Chalmers 2012, Journal of Statistical Software 48/6; philchalmers.github.io/mirt)", () => {
    const { test, questions } = analysed(LSAT7);
    expect(questions.map(({ difficulty }) => difficulty)).toEqual([0.828, 0.658, 0.772, 0.606, 0.843]);
    const deviations = [0.378, 0.475, 0.42, 0.489, 0.364];
    const withoutItem = [0.246, 0.247, 0.313, 0.223, 0.175];
    questions.forEach((question, index) => {
      expect(question.standardDeviation).toBeCloseTo(deviations[index]!, 3);
      expect(question.discrimination).toBeCloseTo(withoutItem[index]!, 3);
    });
    expect(test.mean! * 5).toBeCloseTo(3.707, 3);
    expect(test.standardDeviation! * 5).toBeCloseTo(1.199, 3);
    expect(test.reliability).toEqual({ method: "kr-20", value: expect.closeTo(0.453, 3) as number });
  });
});

describe("difficulty and upper-lower index", () => {
  it("“Item Analysis Worksheet”, studylib.net/doc/25270846, upper and lower half of ten students", () => {
    const meetings = meetingsByQuestion(papersOf(WORKSHEET));
    analysed(WORKSHEET).questions.forEach((question, index) => {
      expect(question.difficulty).toBeCloseTo(WORKSHEET_DIFFICULTY[index]!, 10);
      expect(upperLowerIndex(meetings.get(question.questionId)!, 0.5)).toBeCloseTo(
        WORKSHEET_DISCRIMINATION[index]!,
        10,
      );
    });
  });

  it("Examoo, question 6797: of 40 students 27% are 11; 9 of the upper and 3 of the lower right give 0.55", () => {
    const right = (person: number) => (person < 11 ? person < 9 : person >= 29 ? person < 32 : true);
    const meetings = Array.from({ length: 40 }, (_, person): Meeting => ({
      item: {
        questionId: "q",
        versionId: "q/1",
        share: right(person) ? 1 : 0,
        chosen: null,
        answered: true,
        seconds: null,
      },
      score: 1 - person / 40,
      rest: null,
    }));
    expect(upperLowerIndex(meetings)).toBeCloseTo(0.55, 2);
    expect(itemRestCorrelation(meetings)).toBeNull();
  });
});

describe("standard error of measurement", () => {
  it("LSAT section 7, mirt::itemstats prints SEM.alpha 0.886 points", () => {
    const totals = LSAT7.map((row) => row.reduce((sum, share) => sum + share, 0));
    expect(standardError(standardDeviation(totals)!, cronbachAlpha(LSAT7)!)).toBeCloseTo(0.886, 3);
    expect(testQuality(papersOf(LSAT7), 0.6).standardErrorPoints).toBeCloseTo(0.886, 3);
  });

  it("LSAT section 6, mirt::itemstats prints SEM.alpha 0.869 points", () => {
    expect(testQuality(papersOf(LSAT6), 0.6).standardErrorPoints).toBeCloseTo(0.869, 3);
  });

  it("bit1024, “Standard Error of Measurement Calculator”: deviation 5, reliability 0.8 give 2.24", () => {
    expect(standardError(5, 0.8)).toBeCloseTo(2.24, 2);
  });
});
