/** The names of the fields that a question is answered with, and reading them back. The same with and without JavaScript. */
import type { Answer, QuestionKind } from "../questions/question";
import { incompleteOrder, type Served } from "./read-answer";

/** Hidden, once a question: that the form asked it. */
export const ASKED = "asked";
/** Hidden, for each question that had an answer when the page was made: only that one can be taken back. */
export const HAD = "had";
/** Hidden, for each question that was flagged when the page was made. */
export const WAS_FLAGGED = "wasflagged";

/**
 * Hidden, once a question: the answer that the page was made with, empty for none. A page which did not change it does
 * not send it back, and one which did learns when another was saved since.
 */
export function wasName(position: number): string {
  return `was.${position}`;
}

/**
 * Sent with an answer as it is given, once for each answer to the question that this window knows to have been stored.
 * Somebody has just given it, so unlike in a form that is sent as a whole it is meant also where nothing seems changed.
 */
export function knownName(position: number): string {
  return `known.${position}`;
}

export function fieldName(position: number): string {
  return `q${position}`;
}

/** Of a part of a question: the place of a step, what a stem is matched with, what a gap holds, a unit, a coordinate. */
export function partName(position: number, part: string): string {
  return `q${position}.${part}`;
}

export function flagName(position: number): string {
  return `flag.${position}`;
}

export function askedPositions(form: FormData): number[] {
  const positions = form.getAll(ASKED).map((value) => (typeof value === "string" ? Number(value) : NaN));
  return [...new Set(positions.filter((position) => Number.isInteger(position) && position > 0))];
}

/** Whether the page that the form is from had this answer already. */
export function isUnchanged(form: FormData, position: number, answer: Answer): boolean {
  return form.get(wasName(position)) === JSON.stringify(answer);
}

/** @returns the stored answers that the page knew of, the latest last, null for none; undefined where it does not say */
export function knownAnswers(form: FormData, position: number): (string | null)[] | undefined {
  const known = [...form.getAll(wasName(position)), ...form.getAll(knownName(position))];
  return known.length > 0 ? known.map((each) => (typeof each === "string" && each) || null) : undefined;
}

export function hadAnswer(form: FormData, position: number): boolean {
  return form.getAll(HAD).includes(String(position));
}

/** @returns undefined where the page did not change it */
export function flagIn(form: FormData, position: number): boolean | undefined {
  const flagged = form.has(flagName(position));
  return flagged === form.getAll(WAS_FLAGGED).includes(String(position)) ? undefined : flagged;
}

/**
 * @returns what `readAnswer` takes
 * @throws Invalid when the places of an ordering are not each number once
 */
export function answerIn(form: FormData, position: number, served: Served): unknown {
  const own = texts(form, fieldName(position));
  switch (served.kind) {
    case "numeric":
      return { number: own[0] ?? "", unit: texts(form, partName(position, "unit"))[0] ?? "" };
    case "ordering":
      return { order: orderIn(form, position, served.options) };
    case "matching":
    case "gaps":
      return { pairs: pairsIn(form, position, Object.keys(served.slots ?? {})) };
    case "short-text":
    case "free-response":
      return { text: own[0] ?? "" };
    case "hotspot":
      return pointIn(form, position) ?? { chosen: own };
    case "file-response":
      return null;
    default:
      return { chosen: own };
  }
}

/** The fields that give this answer: `answerIn` backwards. A file has none. */
export function fieldsOf(position: number, answer: Answer | null): [name: string, value: string][] {
  const part = (name: string) => partName(position, name);
  if (answer === null || "file" in answer) return [];
  if ("chosen" in answer) return answer.chosen.map((id) => [fieldName(position), id]);
  if ("text" in answer) return [[fieldName(position), answer.text]];
  if ("order" in answer) return answer.order.map((id, index) => [part(id), String(index + 1)]);
  if ("pairs" in answer) return Object.entries(answer.pairs).map(([slot, option]) => [part(slot), option]);
  if ("point" in answer)
    return [
      [part("x"), String(answer.point[0])],
      [part("y"), String(answer.point[1])],
    ];
  return [
    [fieldName(position), answer.number],
    ...(answer.unit ? [[part("unit"), answer.unit] as [string, string]] : []),
  ];
}

/** Kinds whose answer can be taken back in the form; a radio button once pressed cannot be unpressed. */
export function canBeCleared(kind: QuestionKind): boolean {
  return kind !== "single" && kind !== "true-false" && kind !== "hotspot" && kind !== "file-response";
}

function orderIn(form: FormData, position: number, options: readonly string[]): string[] {
  const places = options.map((id) => ({ id, place: texts(form, partName(position, id))[0] ?? "" }));
  const given = places.filter(({ place }) => place !== "");
  if (given.length === 0) return [];
  const numbers = given.map(({ place }) => Number(place));
  const complete = options.every((_, index) => numbers.includes(index + 1));
  if (given.length !== options.length || !complete) throw incompleteOrder();
  return given.sort((a, b) => Number(a.place) - Number(b.place)).map(({ id }) => id);
}

function pairsIn(form: FormData, position: number, slots: readonly string[]): Record<string, string> {
  return Object.fromEntries(slots.map((slot) => [slot, texts(form, partName(position, slot))[0] ?? ""]));
}

/** A point that was set in the figure; it goes before a name chosen from the list. */
function pointIn(form: FormData, position: number): { point: [string, string] } | null {
  const x = texts(form, partName(position, "x"))[0] ?? "";
  const y = texts(form, partName(position, "y"))[0] ?? "";
  return x === "" || y === "" ? null : { point: [x, y] };
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
