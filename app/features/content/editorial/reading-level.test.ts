import { expect, it } from "vitest";
import { editedLesson } from "../../../../tests/setup/edited-lesson";
import { readingLevel, readingLevelFindings, sentencesIn, syllablesIn } from "./reading-level";

const findings = (body: string) => readingLevelFindings(editedLesson("courses/a/01-b.mdx", "b", body));
const sentence = (count: number, word: string) => `The ${`${word} `.repeat(count - 2)}end. `;

it("hears syllables about as people do", () => {
  const heard = { the: 1, rule: 1, rules: 1, table: 2, makes: 1, asked: 1, wanted: 2, boxes: 2, called: 1 };
  for (const [word, syllables] of Object.entries(heard))
    expect([word, syllablesIn(word)]).toEqual([word, syllables]);
  expect(["customer", "agreement", "spectrophotometer"].map(syllablesIn)).toEqual([3, 3, 6]);
});

it("ends sentences at full stops, not at decimals and abbreviations", () => {
  expect(sentencesIn('It costs 9.5 per cent, e.g. once. "Why?" He asks! 4 did.')).toHaveLength(4);
});

it("gives the grade of the formula", () => {
  /* 0.39 × 6 words + 11.8 × 1 syllable − 15.59 */
  expect(readingLevel(["The cat sat on the mat."]).grade).toBeCloseTo(-1.45, 2);
  const { grade, wordsPerSentence, words } = readingLevel(["Customer, customer, customer.", "Customer."]);
  expect({ wordsPerSentence, words }).toEqual({ wordsPerSentence: 2, words: 4 });
  expect(grade).toBeCloseTo(0.78 + 35.4 - 15.59, 2);
});

it("takes short sentences of short words", () => {
  expect(findings(sentence(18, "word").repeat(20))).toEqual([]);
});

it("finds sentences that are too long on average, and words that are", () => {
  expect(findings(sentence(19, "word").repeat(20))).toMatchObject([{ message: /19\.0 words/ }]);
  expect(findings(sentence(12, "customer").repeat(30))).toMatchObject([{ message: /grade 2\d/ }]);
});

it("judges running text alone, and only where there is enough", () => {
  const long = sentence(40, "organisation");
  expect(findings(long)).toEqual([]);
  const table = `| ${long.repeat(6)} |\n| --- |\n| ${long.repeat(6)} |`;
  const code = `\`\`\`text\n${long.repeat(9)}\n\`\`\``;
  expect(
    findings(`${sentence(10, "word").repeat(30)}\n\n${table}\n\n${code}\n\n## ${long.repeat(6)}`),
  ).toEqual([]);
});
