/** Turns what a browser sent for one question into an answer, measured against what was served. Pure. */
import { Invalid } from "~/platform/errors";
import { parseNumber } from "./parse-number";
import type { Answer, QuestionKind } from "./question";

export interface Served {
  readonly kind: QuestionKind;
  /** Ids of the options that were served. */
  readonly options: readonly string[];
}

const LONGEST_NUMBER = 40;

/**
 * @returns null for "no answer"
 * @throws Invalid when it does not fit the question
 */
export function readAnswer(served: Served, given: unknown): Answer | null {
  if (given === null) return null;
  if (typeof given !== "object") throw unreadable();
  if (served.kind === "numeric") return readNumber(given);
  if (served.kind === "ordering") return readOrder(served, given);
  return readChoice(served, given);
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

function readNumber(given: object): Answer | null {
  if (!("number" in given) || typeof given.number !== "string") throw unreadable();
  const typed = given.number.trim();
  if (typed === "") return null;
  if (typed.length > LONGEST_NUMBER || parseNumber(typed) === null)
    throw new Invalid(
      "not-a-number",
      "Type a number on its own, such as 12.5 or 12,5. The unit is already there.",
    );
  return { number: typed };
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
