/**
 * The school grade that a text asks for, by the formula of Kincaid, Fishburne, Rogers and Chissom (1975), "Derivation
 * of new readability formulas for Navy enlisted personnel": 0.39 words a sentence + 11.8 syllables a word − 15.59.
 */
import type { ContentFinding } from "~/platform/content-finding";
import type { EditedLesson } from "./edited-course";
import { passagesOf } from "./passages";

/** What somebody of sixteen reads with ease. */
export const HIGHEST_GRADE = 10;
/** Cutts, Oxford Guide to Plain English: fifteen to twenty on average. */
export const MOST_WORDS_A_SENTENCE = 18;
/** An average of a few sentences says nothing. */
const FEWEST_WORDS = 200;

interface ReadingLevel {
  readonly grade: number;
  readonly wordsPerSentence: number;
  readonly words: number;
}

export function readingLevelFindings({ file, tree }: EditedLesson): ContentFinding[] {
  const prose = passagesOf(tree).filter((passage) => passage.prose);
  const { grade, wordsPerSentence, words } = readingLevel(prose.map(({ text }) => text));
  if (words < FEWEST_WORDS) return [];
  const found = (message: string, advice: string) => ({ file, line: prose[0]!.line, message, advice });
  if (wordsPerSentence > MOST_WORDS_A_SENTENCE)
    return [
      found(
        `Its sentences have ${wordsPerSentence.toFixed(1)} words on average; ${MOST_WORDS_A_SENTENCE} are easily read.`,
        "Make two sentences out of the longest ones.",
      ),
    ];
  if (grade > HIGHEST_GRADE)
    return [
      found(
        `It reads like a text for school grade ${grade.toFixed(1)}; up to ${HIGHEST_GRADE} is easily read.`,
        "Use shorter words and sentences.",
      ),
    ];
  return [];
}

/** @param paragraphs a sentence never reaches over the end of one */
export function readingLevel(paragraphs: readonly string[]): ReadingLevel {
  const sentences = paragraphs.flatMap(sentencesIn);
  const words = sentences.flatMap(wordsIn);
  if (words.length === 0) return { grade: 0, wordsPerSentence: 0, words: 0 };
  const wordsPerSentence = words.length / sentences.length;
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * wordsPerSentence + (11.8 * syllables) / words.length - 15.59;
  return { grade, wordsPerSentence, words: words.length };
}

/** A full stop ends a sentence where a capital or a digit follows the space, so "9.5" and "e.g. this" hold none. */
export function sentencesIn(paragraph: string): string[] {
  return paragraph
    .split(/(?<=[.!?…]["”’)]*)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u)
    .filter((sentence) => /\p{L}/u.test(sentence));
}

function wordsIn(sentence: string): string[] {
  return sentence.match(/\p{L}[\p{L}'’]*/gu) ?? [];
}

/** Groups of vowels, at least one, without the silent e of "rule", "makes" and "asked". */
export function syllablesIn(word: string): number {
  const heard = word
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z]/g, "")
    .replace(/(?<=[^aeiouyl])(?:e|(?<![sxzcg]|[cs]h)es|(?<![td])ed)$/, "")
    .replace(/(?<=[aeiouy]l|ll)(?:es?|ed)$/, "");
  return Math.max(1, heard.match(/[aeiouy]+/g)?.length ?? 0);
}
