import { COMMON_PASSWORDS } from "./common-passwords";

export const SHORTEST_PASSWORD = 12;
/** Hashing takes time by length; nobody types this much. */
export const LONGEST_PASSWORD = 200;
/** Shorter parts of a name occur in ordinary words. */
const SHORTEST_NAME_PART = 4;

export interface PasswordOwner {
  name: string;
  email: string;
}

/**
 * What is wrong with a new password, or null. Length is what makes a password hard to guess; which kinds of characters
 * it is made of is left to the person (NIST SP 800-63B).
 */
export function passwordProblem(password: string, { name, email }: PasswordOwner): string | null {
  const folded = fold(password);
  if ([...password].length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters. A few words in a row are easy to remember.`;
  if (password.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`;
  if (COMMON_PASSWORDS.has(folded) || isRepetition(folded) || isSequence(folded))
    return "This password is among the first that are guessed. Choose another.";
  const rest = withoutOwnWords(folded, [email, ...email.split("@"), ...name.split(/\s+/)]);
  if (rest.length < SHORTEST_PASSWORD / 2)
    return "This password is little more than your name or e-mail address. Choose another.";
  return null;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
}

function withoutOwnWords(folded: string, words: readonly string[]): string {
  return words
    .map(fold)
    .filter((word) => word.length >= SHORTEST_NAME_PART)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ""), folded);
}

/** "aaaaaaaaaaaa", "abcabcabcabc": the whole is one short part over and over. */
function isRepetition(text: string): boolean {
  return /^(.{1,4})\1+.{0,3}$/u.test(text);
}

/** "123456789012", "abcdefghijkl" and the like, forwards or backwards. */
function isSequence(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((character, position) => character.charCodeAt(0) - text.charCodeAt(position));
  return steps.every((step) => step === 1 || step === -9) || steps.every((step) => step === -1 || step === 9);
}
