/** Turns what a browser sent for one question into an answer, measured against what was served. Pure. */
import { Invalid } from "~/platform/errors";
import { certainNumber, twoReadings } from "../questions/certain-number";
import type { Answer, QuestionKind } from "../questions/question";

export interface Served {
  readonly kind: QuestionKind;
  /** Ids of the options that were served. */
  readonly options: readonly string[];
  /** Matching and gaps: which options each stem or gap takes. */
  readonly slots?: Readonly<Record<string, readonly string[]>>;
  /** Numeric: the units to choose from. */
  readonly units?: readonly string[];
}

const LONGEST_NUMBER = 40;
const LONGEST_SHORT_TEXT = 400;
export const LONGEST_RESPONSE = 30_000;

/**
 * @returns null for "no answer"
 * @throws Invalid when it does not fit the question
 */
export function readAnswer(served: Served, given: unknown): Answer | null {
  if (given === null) return null;
  if (typeof given !== "object") throw unreadable();
  switch (served.kind) {
    case "numeric":
      return readNumber(served, given);
    case "ordering":
      return readOrder(served, given);
    case "matching":
    case "gaps":
      return readPairs(served, given);
    case "short-text":
      return readText(given, LONGEST_SHORT_TEXT);
    case "free-response":
      return readText(given, LONGEST_RESPONSE);
    case "hotspot":
      return "point" in given ? readPoint(given.point) : readChoice(served, given);
    case "file-response":
      throw unreadable();
    default:
      return readChoice(served, given);
  }
}

function readChoice(served: Served, given: object): Answer | null {
  if (!("chosen" in given) || !isStrings(given.chosen)) throw unreadable();
  const chosen = [...new Set(given.chosen)];
  if (chosen.length === 0) return null;
  if (!chosen.every((id) => served.options.includes(id))) throw unreadable();
  if (served.kind !== "multiple" && chosen.length > 1) throw unreadable();
  /* In served order, so that the same ticks are stored the same way. */
  return { chosen: served.options.filter((id) => chosen.includes(id)) };
}

function readNumber({ units }: Served, given: object): Answer | null {
  if (!("number" in given) || typeof given.number !== "string") throw unreadable();
  const typed = given.number.trim();
  const unit = "unit" in given && typeof given.unit === "string" ? given.unit : "";
  if (typed === "") return null;
  const unclear = twoReadings(typed);
  if (unclear) throw new Invalid("two-numbers", unclear);
  if (typed.length > LONGEST_NUMBER || certainNumber(typed) === null)
    throw new Invalid(
      "not-a-number",
      units
        ? "Type a number on its own, such as 12.5 or 12,5, and choose the unit beside it."
        : "Type a number on its own, such as 12.5 or 12,5. The unit is already there.",
    );
  if (!units) return { number: typed };
  if (unit === "") throw new Invalid("no-unit", "Choose the unit of your number as well.");
  if (!units.includes(unit)) throw unreadable();
  return { number: typed, unit };
}

function readOrder(served: Served, given: object): Answer | null {
  if (!("order" in given) || !isStrings(given.order)) throw unreadable();
  if (given.order.length === 0) return null;
  const complete =
    given.order.length === served.options.length && new Set(given.order).size === served.options.length;
  if (!given.order.every((id) => served.options.includes(id))) throw unreadable();
  if (!complete) throw incompleteOrder();
  return { order: given.order };
}

/** What is left open stays out of it: a part can be answered and earns its share. */
function readPairs({ slots = {} }: Served, given: object): Answer | null {
  if (!("pairs" in given) || typeof given.pairs !== "object" || given.pairs === null) throw unreadable();
  const entries = Object.entries(given.pairs).filter(([, option]) => option !== "");
  if (entries.length === 0) return null;
  for (const [slot, option] of entries)
    if (!Object.hasOwn(slots, slot) || !slots[slot]!.includes(option as string)) throw unreadable();
  const chosen = new Map(entries as [string, string][]);
  return {
    pairs: Object.fromEntries(
      Object.keys(slots).flatMap((slot) => (chosen.has(slot) ? [[slot, chosen.get(slot)!]] : [])),
    ),
  };
}

function readText(given: object, longest: number): Answer | null {
  if (!("text" in given) || typeof given.text !== "string") throw unreadable();
  const text = given.text.replace(/\r\n?/g, "\n");
  if (text.trim() === "") return null;
  if (text.length > longest)
    throw new Invalid(
      "answer-too-long",
      `At most ${longest.toLocaleString("en")} characters are taken; these are ${text.length.toLocaleString("en")}. Shorten it, and it is saved.`,
    );
  return { text };
}

function readPoint(point: unknown): Answer {
  if (!Array.isArray(point) || point.length !== 2) throw unreadable();
  const [x, y] = point.map((value) => Number(value));
  if (![x, y].every((value) => Number.isFinite(value) && value! >= 0 && value! <= 100)) throw unreadable();
  return { point: [Math.round(x! * 10) / 10, Math.round(y! * 10) / 10] };
}

export function incompleteOrder(): Invalid {
  return new Invalid("incomplete-order", "Give every step a place of its own, each number once.");
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

function unreadable(): Invalid {
  return new Invalid(
    "unreadable-answer",
    "This answer does not fit the question as it was shown. Please choose again.",
  );
}
