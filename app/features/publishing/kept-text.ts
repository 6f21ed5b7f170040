/** What was typed and is not on the server yet, kept by this browser tab: it outlives a lost session or connection. */
import type { TypedLesson } from "./lesson-form";

export interface KeptText extends TypedLesson {
  /** A time of day, for the person who typed it. */
  readonly keptAt: string;
}

export function keptTextOf(place: string): KeptText | null {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(place)) ?? "null");
    return isKeptText(found) ? found : null;
  } catch {
    /* Storage can be switched off. */
    return null;
  }
}

export function keepText(place: string, text: KeptText): void {
  try {
    sessionStorage.setItem(keyOf(place), JSON.stringify(text));
  } catch {
    /* Full or switched off: the text is still in the field. */
  }
}

export function forgetText(place: string): void {
  try {
    sessionStorage.removeItem(keyOf(place));
  } catch {
    /* Switched off: nothing was kept. */
  }
}

function keyOf(place: string): string {
  return `attest-unsaved:${place}`;
}

function isKeptText(value: unknown): value is KeptText {
  if (typeof value !== "object" || value === null) return false;
  const { title, summary, source, minutes, version, keptAt } = value as Record<string, unknown>;
  /* Minutes that are no number become null in JSON. */
  return (
    [title, summary, source, keptAt].every((each) => typeof each === "string") &&
    (typeof minutes === "number" || minutes === null) &&
    typeof version === "number"
  );
}
