/** The fields of a fill-in form, and what was typed into them. Pure. */
import { certainNumber, twoReadings } from "~/features/assessments/questions/certain-number";
import type { Criterion } from "./checklist-definition";
import { LONGEST_TEXT } from "./sign-off-rules";

export type Part = "outcome" | "measured" | "sample" | "note" | "file" | "remove" | "version" | "replace";

export function partName(part: Part, criterionId: string): string {
  return `${part}.${criterionId}`;
}

export const EVIDENCE_FILES = {
  types: ["pdf", "png", "jpg", "docx", "xlsx", "txt", "csv"],
  megabytes: 10,
} as const;

/** As it was typed, so that it can be shown again. */
export interface TypedMark {
  readonly outcome: string;
  readonly measured: string;
  readonly sample: string;
  readonly note: string;
  /** The version that this form was filled in over. */
  readonly version: number;
  /** The version of somebody else's that is to be replaced knowingly. */
  readonly replace: number | null;
  readonly remove: boolean;
}

/** Null for a criterion that the form has no fields of. */
export function typedMark(form: FormData, { id }: Criterion): TypedMark | null {
  if (!form.has(partName("version", id))) return null;
  const text = (part: Part) => {
    const value = form.get(partName(part, id));
    return typeof value === "string" ? value : "";
  };
  return {
    outcome: text("outcome"),
    measured: text("measured").trim(),
    sample: text("sample").trim(),
    note: text("note").replace(/\r\n?/g, "\n").trim(),
    version: Number(text("version")) || 0,
    replace: Number(text("replace")) || null,
    remove: text("remove") !== "",
  };
}

export interface MarkValues {
  readonly outcome: "met" | "not-met" | null;
  readonly measured: number | null;
  readonly sample: number | null;
  readonly note: string;
}

/** What is to be saved, or in words why it cannot be. */
export function readMark({ measured: measure }: Criterion, typed: TypedMark): MarkValues | string {
  const { note } = typed;
  if (note.length > LONGEST_TEXT) return "Use at most 2,000 characters for the note.";
  if (!measure) {
    const outcome = typed.outcome === "met" || typed.outcome === "not-met" ? typed.outcome : null;
    return { outcome, measured: null, sample: null, note };
  }
  const value = typed.measured === "" ? null : certainNumber(typed.measured);
  if (typed.measured !== "" && value === null)
    return twoReadings(typed.measured) ?? `“${typed.measured}” is not a number. Write it like 4.5.`;
  const most = measure.unit === "%" ? 100 : 1_000_000;
  if (value !== null && (value < 0 || value > most))
    return `Write a number from 0 to ${most.toLocaleString("en")}.`;
  const sample = typed.sample === "" ? null : Number(typed.sample);
  if (sample !== null && !(Number.isInteger(sample) && sample >= 0 && sample <= 100_000))
    return `Write how many ${measure.sample?.of ?? "there were"} as a whole number.`;
  return { outcome: null, measured: value, sample: measure.sample ? sample : null, note };
}
