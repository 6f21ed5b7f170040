/** Data sets that others have published with their results, for the tests beside this file. */
import type { SatPaper } from "./responses";

/** Rows are people, columns questions. Everyone answers everything; the score is the mean, as in a real attempt. */
export function papersOf(matrix: readonly (readonly number[])[]): SatPaper[] {
  return matrix.map((row, person) => ({
    attemptId: `attempt-${String(person).padStart(4, "0")}`,
    score: row.reduce((sum, share) => sum + share, 0) / row.length,
    items: row.map((share, column) => ({
      questionId: `q${column + 1}`,
      versionId: `q${column + 1}/1`,
      share,
      chosen: null,
      answered: true,
      seconds: null,
    })),
  }));
}

/** How many of 1,000 people gave each pattern of five answers, 00000 to 11111 counted in binary. */
function fromPatterns(counts: readonly number[]): number[][] {
  return counts.flatMap((count, pattern) =>
    Array.from({ length: count }, () => [...pattern.toString(2).padStart(5, "0")].map(Number)),
  );
}

/**
 * Law School Admission Test, sections 6 and 7: R. D. Bock & M. Lieberman, "Fitting a response model for n
 * dichotomously scored items", Psychometrika 35 (1970), 179–197.
 */
export const LSAT6 = fromPatterns([
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61,
  28, 298,
]);
export const LSAT7 = fromPatterns([
  12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28, 7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136,
  32, 308,
]);

/**
 * 11 questions, 12 people: C. Zaiontz, "Kuder and Richardson Formula 20", real-statistics.com/reliability/
 * kuder-richardson-formula-20, example 1. Read from the data set `cronbach_wide_missing` of Pingouin (R. Vallat,
 * pingouin-stats.org), which leaves four answers empty, filled with the median of each question as its documentation does.
 */
export const ZAIONTZ = [
  "11111111111",
  "11111111010",
  "10111111100",
  "11101101100",
  "11111000100",
  "01101111000",
  "11110010000",
  "11111000000",
  "01011000010",
  "10010100000",
  "11100000000",
  "10010000000",
].map((row) => [...row].map(Number));

/** Ten students, ten questions: K. L. Wuensch, "The Kuder-Richardson 20", core.ecu.edu/wuenschk/StatHelp/KR20.txt. */
export const WUENSCH = [
  "1111110110",
  "1011011101",
  "1111011001",
  "0010001000",
  "0000010010",
  "1110111111",
  "1101110111",
  "1111111101",
  "0101111101",
  "1101101110",
].map((row) => [...row].map(Number));

/**
 * Five items, ten people: D. J. Denis, "Applied Univariate, Bivariate, and Multivariate Statistics" (Wiley), the
 * example of Cronbach's alpha in SPSS (read at livelib.biz/read_928329/p38).
 */
export const DENIS = [
  [10, 12, 15, 11, 12],
  [12, 18, 12, 12, 1],
  [8, 16, 14, 14, 4],
  [6, 8, 16, 8, 6],
  [4, 7, 8, 7, 5],
  [6, 6, 3, 7, 3],
  [3, 4, 6, 5, 8],
  [7, 3, 7, 9, 9],
  [8, 9, 4, 10, 10],
  [9, 5, 6, 11, 12],
];

/** Fifteen people, ten questions rated 1 to 7: data set `cronbach_alpha` of Pingouin, from Zaiontz, "Cronbach's alpha". */
export const RATINGS = [
  [3, 2, 4, 1, 4, 5, 1, 4, 3, 2],
  [5, 4, 6, 3, 5, 1, 2, 5, 5, 5],
  [7, 3, 5, 5, 6, 4, 3, 3, 6, 5],
  [2, 4, 3, 3, 2, 2, 2, 6, 6, 3],
  [6, 5, 6, 5, 4, 4, 4, 6, 7, 5],
  [1, 2, 3, 4, 2, 5, 2, 3, 5, 2],
  [4, 3, 5, 3, 5, 2, 1, 2, 4, 3],
  [2, 4, 4, 3, 7, 2, 2, 4, 6, 5],
  [6, 5, 5, 5, 1, 6, 5, 2, 3, 2],
  [5, 4, 6, 4, 3, 5, 3, 1, 7, 2],
  [4, 3, 5, 2, 5, 3, 2, 3, 4, 1],
  [4, 2, 3, 2, 5, 3, 4, 2, 3, 4],
  [5, 5, 6, 2, 3, 3, 2, 4, 4, 5],
  [6, 5, 5, 4, 2, 2, 1, 4, 6, 5],
  [4, 3, 5, 5, 3, 1, 3, 2, 3, 4],
];

/**
 * Ten students, ten questions, best first: "Item Analysis Worksheet", studylib.net/doc/25270846/item-anaylsis-, with
 * its answers: the difficulty, and the discrimination between the upper and the lower five.
 */
export const WORKSHEET = [
  "1111111111",
  "1111111101",
  "1101111100",
  "0111110101",
  "1110111001",
  "1110110100",
  "0110110101",
  "0111001010",
  "1110100001",
  "0100010010",
].map((row) => [...row].map(Number));
export const WORKSHEET_DIFFICULTY = [0.6, 1, 0.8, 0.5, 0.8, 0.8, 0.5, 0.6, 0.3, 0.6];
export const WORKSHEET_DISCRIMINATION = [0.4, 0, 0, 0.6, 0.4, 0.4, 0.6, 0.4, -0.2, 0.4];
