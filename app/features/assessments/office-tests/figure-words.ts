import { kindNames } from "../banks/question-form";
import { QUESTION_KINDS } from "../questions/question";

/** Figures as people read them. Pure. */
export function figure(value: number | null, digits = 2): string {
  return value === null ? "–" : value.toFixed(digits).replace("-", "−");
}

export function share(value: number | null): string {
  return value === null ? "–" : `${Math.round(value * 100)}%`;
}

export function time(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 90) return `${Math.round(seconds)} s`;
  return `${Math.round(seconds / 60)} min`;
}

export function kindName(kind: string): string {
  const known = QUESTION_KINDS.find((each) => each === kind);
  return known ? kindNames[known] : kind;
}
