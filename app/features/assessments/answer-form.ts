/** The names of the fields that a question is answered with, and reading them back. The same with and without JavaScript. */
import type { Answer, QuestionKind } from "./question";
import { incompleteOrder, type Served } from "./read-answer";

/** Hidden, once a question: that the form asked it. */
export const ASKED = "asked";
/** Hidden, for each question that had an answer when the page was made: only that one can be taken back. */
export const HAD = "had";

/** Hidden, for each question that had an answer: that answer, so that a page which did not change it does not send it back. */
export function wasName(position: number): string {
  return `was.${position}`;
}

export function fieldName(position: number): string {
  return `q${position}`;
}

export function placeName(position: number, optionId: string): string {
  return `q${position}.${optionId}`;
}

export function askedPositions(form: FormData): number[] {
  const positions = form.getAll(ASKED).map((value) => (typeof value === "string" ? Number(value) : NaN));
  return [...new Set(positions.filter((position) => Number.isInteger(position) && position > 0))];
}

/** Whether the page that the form is from had this answer already. */
export function isUnchanged(form: FormData, position: number, answer: Answer): boolean {
  return form.get(wasName(position)) === JSON.stringify(answer);
}

export function hadAnswer(form: FormData, position: number): boolean {
  return form.getAll(HAD).includes(String(position));
}

/**
 * @returns what `readAnswer` takes
 * @throws Invalid when the places of an ordering are not each number once
 */
export function answerIn(form: FormData, position: number, served: Served): unknown {
  if (served.kind === "numeric") return { number: texts(form, fieldName(position))[0] ?? "" };
  if (served.kind === "ordering") return { order: orderIn(form, position, served.options) };
  return { chosen: texts(form, fieldName(position)) };
}

/** Kinds whose answer can be taken back in the form; a radio button once pressed cannot be unpressed. */
export function canBeCleared(kind: QuestionKind): boolean {
  return kind !== "single" && kind !== "true-false";
}

function orderIn(form: FormData, position: number, options: readonly string[]): string[] {
  const places = options.map((id) => ({ id, place: texts(form, placeName(position, id))[0] ?? "" }));
  const given = places.filter(({ place }) => place !== "");
  if (given.length === 0) return [];
  const numbers = given.map(({ place }) => Number(place));
  const complete = options.every((_, index) => numbers.includes(index + 1));
  if (given.length !== options.length || !complete) throw incompleteOrder();
  return given.sort((a, b) => Number(a.place) - Number(b.place)).map(({ id }) => id);
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
