import { expect, it } from "vitest";
import { countWords } from "./count-words";

it.each([
  ["", 0],
  ["  \n ", 0],
  ["one", 1],
  [" one\ttwo\n\nthree ", 3],
  ["This - is it – not?", 4],
  ["well-known 3.5 don't", 3],
  ["Größe über Maß", 3],
])("counts %j", (text, words) => expect(countWords(text)).toBe(words));
