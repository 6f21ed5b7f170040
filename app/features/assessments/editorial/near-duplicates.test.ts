import { expect, it } from "vitest";
import { nearDuplicates } from "./near-duplicates";

const pairs = (...texts: string[]) =>
  nearDuplicates(texts, (text) => text).map(({ first, second, share }) => [
    texts.indexOf(first),
    texts.indexOf(second),
    share,
  ]);

it("finds texts that share half of their runs of three words or more, whatever their signs and capitals", () => {
  expect(pairs("one two three four five six", "One, two, three; four FIVE six.")).toEqual([[0, 1, 1]]);
  /* Runs: 123 234 345 against 123 234 245. */
  expect(pairs("1 2 3 4 5", "1 2 3 4 6", "1 2 7 8 9")).toEqual([[0, 1, 0.5]]);
});

it("takes texts that share less", () => {
  expect(pairs("1 2 3 4 5 6", "1 2 3 4 7 8")).toEqual([]);
  expect(pairs("What does the order desk do with gifts?", "What does the manager do with returns?")).toEqual(
    [],
  );
});

it("compares short texts as a whole", () => {
  expect(pairs("Why?", "why", "How?")).toEqual([[0, 1, 1]]);
});

/** Comparing every pair would take half a minute. */
it("looks at 1,000 texts of 80 words in a moment", () => {
  const texts = Array.from({ length: 1_000 }, (_, text) =>
    Array.from({ length: 80 }, (_each, word) => `w${(text * 7_919 + word * (text + 13)) % 5_003}`).join(" "),
  );
  const started = performance.now();
  nearDuplicates(texts, (text) => text);
  expect(performance.now() - started).toBeLessThan(3_000);
});
