/** What GIFT cannot say of a question, as JSON in a comment above it. */
import type { QuestionSource } from "../questions/question-source";

type Facts = Record<string, unknown>;

/** One line; Moodle looks for `[id:…]` and `[tag:…]` in any comment, so a text must not hold them. */
export function factsOf(source: QuestionSource): string | null {
  const { id: _id, prompt: _prompt, explanation: _explanation, ...rest } = source;
  const facts: Facts = { ...rest, ...saidOtherwise(source) };
  const said = Object.entries(facts).filter(([, value]) => value !== undefined);
  if (said.length === 1) return null;
  return JSON.stringify(Object.fromEntries(said))
    .replace(/\[(?=id:|tag:)/g, "\\u005b")
    .replace(/[\u2028\u2029]/g, (character) => (character === "\u2028" ? "\\u2028" : "\\u2029"));
}

/** What the answers between the braces say is left out, or cut down to what they do not. */
function saidOtherwise(source: QuestionSource): Facts {
  switch (source.kind) {
    case "single":
    case "multiple":
      return {
        options:
          source.credit === "by-option"
            ? source.options.map(({ correct, credit }) => ({ correct, credit }))
            : undefined,
      };
    case "true-false":
      return { answer: undefined };
    case "numeric":
      return { numeric: source.numeric.unit === undefined ? undefined : { unit: source.numeric.unit } };
    case "matching":
      return { pairs: undefined, distractors: source.distractors?.length === 0 ? [] : undefined };
    case "short-text":
      return {
        accept: source.accept.some(({ credit }) => credit !== undefined)
          ? source.accept.map(({ credit }) => ({ credit }))
          : undefined,
      };
    default:
      return {};
  }
}

/** Facts of another kind of question are from before someone changed it, and say nothing of this one. */
export function withFacts(value: Facts, json: string | undefined, unreadable: () => void): Facts {
  if (json === undefined) return value;
  let facts: unknown;
  try {
    facts = JSON.parse(json);
  } catch {
    facts = null;
  }
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) {
    unreadable();
    return value;
  }
  const given = facts as Facts;
  return given.kind === value.kind ? (merged(value, given) as Facts) : value;
}

function merged(below: unknown, above: unknown): unknown {
  if (Array.isArray(below) && Array.isArray(above) && below.length === above.length && below.every(isObject))
    return below.map((each, index) => merged(each, above[index]));
  if (!isObject(below) || !isObject(above)) return above;
  const members = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) members.set(key, merged(members.get(key), value));
  return Object.fromEntries(members);
}

function isObject(value: unknown): value is Facts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
