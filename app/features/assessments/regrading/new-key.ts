/** The key that replaces another one, from what was chosen for it. Pure. */
import { Invalid } from "~/platform/errors";
import { certainNumber, twoReadings } from "../questions/certain-number";
import {
  isMarkedByHand,
  type ChoiceKey,
  type HotspotKey,
  type NumericKey,
  type OrderingKey,
  type PairsKey,
  type QuestionBody,
  type QuestionKey,
  type ShortTextKey,
} from "../questions/question";
import { takesAnything } from "../scoring/short-text";
import type { KeyInput } from "./treatment-choice";

const LONGEST_ACCEPTED = 400;
const MOST_ACCEPTED = 100;

/**
 * @param key what is right until now
 * @throws Invalid, with the field that is wrong
 */
export function newKeyFrom(body: QuestionBody, key: QuestionKey, input: KeyInput): QuestionKey {
  switch (key.kind) {
    case "single":
    case "multiple":
    case "true-false":
      return choiceKey(body, key, input);
    case "numeric":
      return numericKey(key, input);
    case "ordering":
      return orderingKey(body, key, input);
    case "matching":
    case "gaps":
      return pairsKey(body, key, input);
    case "short-text":
      return shortTextKey(key, input);
    case "hotspot":
      return hotspotKey(key, input);
    case "free-response":
    case "file-response":
      throw refused(
        "treatment",
        "It is marked by people and has no key. Give everyone the points, or drop it.",
      );
  }
}

export function takesNewKey({ kind }: Pick<QuestionBody, "kind">): boolean {
  return !isMarkedByHand(kind);
}

/** What single options were said to earn no longer fits: the right ones now earn all, by the usual rule of the kind. */
function choiceKey({ options }: QuestionBody, key: ChoiceKey, { right = [] }: KeyInput): ChoiceKey {
  const { credits, credit, ...rest } = key;
  const correct = options
    .map(({ id }) => id)
    .filter((id) => right.includes(id))
    .sort();
  if (correct.length === 0) throw refused("right", "Tick at least one option that is right.");
  return { ...rest, correct, ...(credits === undefined && credit !== undefined ? { credit } : {}) };
}

function numericKey(key: NumericKey, { value = "", tolerance = "" }: KeyInput): NumericKey {
  const number = certainNumber(value);
  const slack = tolerance.trim() === "" ? 0 : certainNumber(tolerance);
  if (number === null) throw refused("value", twoReadings(value) ?? "Type the right number, such as 12.5.");
  if (slack === null || slack < 0)
    throw refused(
      "tolerance",
      twoReadings(tolerance) ?? "Type how far off an answer may be, such as 0.5, or leave it empty.",
    );
  return { ...key, value: number, tolerance: slack };
}

function orderingKey({ options }: QuestionBody, key: OrderingKey, { places = {} }: KeyInput): OrderingKey {
  const placed = options.map(({ id }) => ({ id, place: Number(places[id] ?? "") }));
  const order = [...placed].sort((a, b) => a.place - b.place);
  if (!order.every(({ place }, index) => place === index + 1))
    throw refused("places", "Give every step a place of its own, each number once.");
  return { ...key, order: order.map(({ id }) => id) };
}

function pairsKey(body: QuestionBody, key: PairsKey, { pairs = {} }: KeyInput): PairsKey {
  const slots = body.gaps ?? (body.stems ?? []).map(({ id }) => ({ id, options: body.options }));
  const chosen = slots.map(({ id, options }) => {
    const option = options.find((each) => each.id === pairs[id]);
    if (!option) throw refused("pairs", "Choose what is right for every line.");
    return [id, option.id] as const;
  });
  return { ...key, pairs: Object.fromEntries(chosen) };
}

/** What was accepted stays: nobody loses points by it. */
function shortTextKey(key: ShortTextKey, { accept = "" }: KeyInput): ShortTextKey {
  const known = new Map(key.accepted.map((each) => [each.text, each.credit]));
  for (const line of accept.split(/\r?\n/)) {
    const text = line.trim();
    if (text.length > LONGEST_ACCEPTED)
      throw refused("accept", `An answer has at most ${LONGEST_ACCEPTED} characters.`);
    if (text === "") continue;
    if (takesAnything(text))
      throw refused("accept", "A star alone takes every answer. Choose full credit for everybody instead.");
    known.set(text, 1);
  }
  if (known.size > MOST_ACCEPTED)
    throw refused("accept", `At most ${MOST_ACCEPTED} answers can be accepted.`);
  return { ...key, accepted: [...known].map(([text, credit]) => ({ text, credit })) };
}

function hotspotKey(key: HotspotKey, { right = [] }: KeyInput): HotspotKey {
  const correct = Object.keys(key.areas)
    .filter((id) => right.includes(id))
    .sort();
  if (correct.length === 0) throw refused("right", "Tick at least one area that is right.");
  return { ...key, correct };
}

function refused(field: string, message: string): Invalid {
  return new Invalid("new-key-refused", message, { [field]: [message] });
}
