/** Banks of all kinds of questions with texts that tempt a format, for property tests. */
import fc from "fast-check";
import { questionSource, RESPONSE_TYPES, type QuestionSource } from "../questions/question-source";

const NASTY =
  "\" ' ~ = # { } : \\ \\n \\\\ ]]> <b> </text> &amp; &#65; $x^2$ \\(a\\) =1+1 +1 -1 @x '=1 '' [html] [[gap]] [markdown] %50% -> // ::t:: #### , ; ANSWER: * _ ` | שלום مرحبا 🙂 👩‍👩‍👧 é ￾ $CATEGORY: [tag:x] TRUE -- ＝x".split(
    " ",
  );
const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("word", "ISO 9001", "\n", "\n\n", "\r\n", "\t", " ", "\u0001", "\u2028"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);
/** As the schema leaves it: trimmed and not empty. NUL and the replacement character are in no text file. */
const textOf = (most: number) =>
  fc
    .array(piece, { minLength: 1, maxLength: most })
    .map((parts) =>
      parts
        .join("")
        .replace(/[\0\ufffd]/g, "")
        .trim()
        .slice(0, 200)
        .trim(),
    )
    .filter((text) => text !== "");
const text = textOf(8);
const brief = textOf(3);
const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,4})?$/);
const distinct = (min: number, max: number) => fc.uniqueArray(brief, { minLength: min, maxLength: max });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const share = fc.constantFrom(1, 0.5, 1 / 3, 0.25, 0.1234567, 0);
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const magnitude = anyNumber.map(Math.abs);

const about = {
  clause: fc.constantFrom(undefined, null, "iso-9001:2015/7.2"),
  topic: fc.oneof(slug, fc.constantFrom(undefined, null)),
  tags: maybe(fc.uniqueArray(slug, { maxLength: 3 })),
  difficulty: maybe(fc.constantFrom("easy" as const, "medium" as const, "hard" as const)),
  points: maybe(fc.integer({ min: 1, max: 100 })),
  prompt: text,
  explanation: maybe(text),
  scenario: maybe(fc.record({ id: slug, text })),
};
const kinds: Record<QuestionSource["kind"], fc.Arbitrary<unknown>> = {
  single: choice("single"),
  multiple: choice("multiple"),
  "true-false": fc.record({ answer: fc.boolean() }),
  numeric: fc.record({
    numeric: fc.oneof(
      fc.record({
        value: anyNumber,
        tolerance: magnitude,
        unit: maybe(brief.map((unit) => unit.slice(0, 20).trim()).filter(Boolean)),
      }),
      fc.record({
        value: anyNumber,
        tolerance: magnitude,
        units: fc.constant([
          { unit: "m", factor: 1 },
          { unit: "=km<", factor: 1000.5 },
        ]),
      }),
    ),
  }),
  ordering: fc.record({ credit: maybe(fc.constant("all-or-nothing")), order: distinct(2, 5) }),
  matching: fc.record({
    credit: maybe(fc.constant("all-or-nothing")),
    pairs: distinct(2, 4).chain((stems) =>
      fc.tuple(...stems.map((stem) => brief.map((match) => ({ stem, match })))).map((pairs) => [...pairs]),
    ),
    distractors: maybe(distinct(0, 3)),
  }),
  gaps: fc
    .tuple(fc.uniqueArray(slug, { minLength: 1, maxLength: 3 }), text, distinct(2, 4))
    .map(([names, between, options]) => ({
      text: `x ${names.map((name) => `[[${name}]]`).join(` ${between.replace(/\[\[/g, "[")} `)}`,
      gaps: Object.fromEntries(names.map((name, index) => [name, { options, correct: options[index % 2]! }])),
    })),
  "short-text": fc.record({
    matchCase: maybe(fc.boolean()),
    accept: distinct(1, 4).map((texts) =>
      texts.map((accepted, index) => ({
        text: accepted,
        ...(index === 0 ? {} : { credit: index % 2 ? 1 / 3 : 1 }),
      })),
    ),
  }),
  hotspot: fc.record({
    figure: fc.record({ file: fc.constantFrom("plan.png", "=a b.png"), alt: text }),
    areas: distinct(2, 3).map((names) =>
      names.map((name, index) => ({
        name,
        correct: index === 0,
        shape:
          index % 2
            ? { rect: [0, 0, 10.5, 20] }
            : {
                polygon: [
                  [0, 0],
                  [1, 1],
                  [2, 0.25],
                ],
              },
        ...(index === 1 ? { why: name } : {}),
      })),
    ),
  }),
  "free-response": fc.record({ rubric: rubric(), words: maybe(fc.integer({ min: 10, max: 5_000 })) }),
  "file-response": fc.record({
    rubric: rubric(),
    files: fc.record({
      types: fc.uniqueArray(fc.constantFrom(...RESPONSE_TYPES), { minLength: 1 }),
      megabytes: fc.integer({ min: 1, max: 25 }),
    }),
  }),
};

function choice(kind: "single" | "multiple"): fc.Arbitrary<unknown> {
  const rules =
    kind === "single"
      ? [undefined, "by-option"]
      : [undefined, "right-minus-wrong", "all-or-nothing", "each-option", "by-option"];
  return fc
    .tuple(
      distinct(2, 5),
      fc.constantFrom(...rules),
      fc.array(share, { minLength: 5, maxLength: 5 }),
      fc.array(maybe(brief), { minLength: 5, maxLength: 5 }),
    )
    .map(([texts, credit, shares, whys]) => ({
      ...(credit === undefined ? {} : { credit }),
      options: texts.map((each, index) => ({
        text: each,
        correct: kind === "single" ? index === texts.length - 1 : index % 2 === 0,
        ...(whys[index] === undefined ? {} : { why: whys[index] }),
        ...(credit === "by-option" ? { credit: index % 2 ? -shares[index]! + 0 : shares[index]! } : {}),
      })),
    }));
}

function rubric(): fc.Arbitrary<unknown> {
  return distinct(1, 3).map((criteria) =>
    criteria.map((criterion) => ({
      criterion,
      levels: [
        { points: 2.5, text: criterion },
        { points: 0, text: "no" },
      ],
    })),
  );
}

const question = fc
  .constantFrom(...(Object.keys(kinds) as QuestionSource["kind"][]))
  .chain((kind) =>
    fc
      .tuple(fc.record(about), kinds[kind])
      .map(([shared, parts]) => ({ ...shared, kind, ...(parts as object) })),
  );

/** Ids are distinct, and every question is one that Attest takes. */
export const bank: fc.Arbitrary<QuestionSource[]> = fc
  .array(question, { minLength: 1, maxLength: 6 })
  .map((questions) =>
    questions.flatMap((each, index) => {
      const found = questionSource.safeParse({ ...each, id: `q-${index}` });
      return found.success ? [found.data] : [];
    }),
  )
  .filter((questions) => questions.length > 0);
