import { QUESTION_KINDS, type QuestionKind } from "../questions/question";

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

const names: Record<QuestionKind, string> = {
  single: "One choice",
  multiple: "Several choices",
  "true-false": "True or false",
  numeric: "Number",
  ordering: "Order",
  matching: "Matching",
  gaps: "Gaps in a text",
  "short-text": "Short text",
  hotspot: "Place in a picture",
  "free-response": "Written answer",
  "file-response": "File",
};

export function kindName(kind: string): string {
  const known = QUESTION_KINDS.find((each) => each === kind);
  return known ? names[known] : kind;
}
