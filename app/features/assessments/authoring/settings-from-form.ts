/** From the form of a test's settings to its source, and each complaint back to its field. Pure. */
import { TZDate } from "@date-fns/tz";
import type { z } from "zod";
import { listOf } from "../banks/question-from-form";
import { assessmentSource, type AssessmentSource } from "../blueprints/assessment-source";
import { certainNumber } from "../questions/certain-number";
import { wordsFor } from "./issue-words";
import { sectionRows, type TestSource } from "./test-settings";
import { every, filledRows, one, type FieldProblems, type Typed, type TypedRow } from "./typed-form";

/** What a draft keeps: nothing is required, and what cannot be used stays as it was typed. */
export function settingsFromForm(typed: Typed, timeZone: string): TestSource {
  const text = (name: string) => one(typed, name).trim() || undefined;
  const ticked = (name: string) => (one(typed, name) === "on" ? true : undefined);
  const number = (name: string) => numberIn(one(typed, name));
  const standard = text("standard");
  const shuffle = defined({
    questions: ticked("shuffle.questions") ? undefined : false,
    options: ticked("shuffle.options") ? undefined : false,
  });
  const window = defined({
    opensAt: momentIn(one(typed, "window.opensAt"), timeZone),
    closesAt: momentIn(one(typed, "window.closesAt"), timeZone),
  });
  return defined({
    title: text("title"),
    summary: text("summary"),
    standard,
    passMark: shareIn(one(typed, "passMark")),
    clausePassMark: shareIn(one(typed, "clausePassMark")),
    minutes: number("minutes"),
    graceSeconds: number("graceSeconds"),
    warnMinutes: number("warnMinutes"),
    attempts: defined({
      max: number("attempts.max"),
      waitHours: number("attempts.waitHours"),
      renewDays: number("attempts.renewDays"),
      afterLast: one(typed, "attempts.afterLast") === "closed" ? "closed" : undefined,
    }),
    page: one(typed, "page") === "question" ? "question" : undefined,
    shuffle: Object.keys(shuffle).length > 0 ? shuffle : undefined,
    book: text("book"),
    window: Object.keys(window).length > 0 ? window : undefined,
    declaration: text("declaration"),
    invigilated: ticked("invigilated"),
    secondMarking: ticked("secondMarking"),
    language: text("language"),
    audience: { jobRoles: [...every(typed, "jobRoles")], regions: [...every(typed, "regions")] },
    sections: filledRows(typed, sectionRows).map((row) => sectionIn(typed, row, standard)),
  }) as TestSource;
}

function sectionIn(typed: Typed, { index, values }: TypedRow, standard: string | undefined) {
  const difficulty = every(typed, `sections.${index}.difficulty`);
  return defined({
    title: values.title?.trim() || undefined,
    banks: [...every(typed, `sections.${index}.banks`)],
    clauses: listOf(values.clauses ?? "").map((clause) =>
      standard && /^[\d.]+$/.test(clause) ? `${standard}/${clause}` : clause,
    ),
    topics: listOf(values.topics ?? ""),
    difficulty: difficulty.length > 0 ? [...difficulty] : undefined,
    draw: numberIn(values.draw ?? ""),
    passMark: shareIn(values.passMark ?? ""),
  });
}

function numberIn(typed: string): number | string | undefined {
  const given = typed.trim();
  return given === "" ? undefined : (certainNumber(given) ?? given);
}

/** "80" and "80 %" are 0.8. */
function shareIn(typed: string): number | string | undefined {
  const given = typed.replace("%", "").trim();
  const value = numberIn(given);
  return typeof value === "number" ? Math.round(value * 100) / 10_000 : value;
}

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/;

/** What a date and time field sends is the person's own clock. */
function momentIn(typed: string, timeZone: string): string | undefined {
  const [, year, month, day, hour, minute] = (LOCAL.exec(typed.trim()) ?? []).map(Number);
  if (year === undefined) return typed.trim() || undefined;
  return new TZDate(year, month! - 1, day!, hour!, minute!, timeZone).toISOString();
}

export function localMoment(moment: string, timeZone: string): string {
  const local = new TZDate(Date.parse(moment), timeZone);
  if (Number.isNaN(local.getTime())) return moment;
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${String(local.getFullYear()).padStart(4, "0")}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

export type CheckedSettings =
  | { readonly source: AssessmentSource; readonly problems: null }
  | { readonly source: null; readonly problems: FieldProblems };

/** What a test has to be before it is published. Fields are named as in the source: `sections.0.draw`. */
export function checkSettings(settings: TestSource): CheckedSettings {
  const problems: Record<string, string[]> = {};
  const add = (field: string, words: string) => {
    if (!problems[field]?.includes(words)) problems[field] = [...(problems[field] ?? []), words];
  };
  const result = assessmentSource.safeParse(settings);
  for (const { path, ...issue } of result.error?.issues ?? [])
    add(fieldOf(path), settingWords({ path, ...issue }, settings));
  settings.sections?.forEach(({ banks = [] }, index) => {
    if (banks.length === 0) add(`sections.${index}.banks`, "Choose the bank, or banks, that it draws from.");
  });
  if (result.success && Object.keys(problems).length === 0) return { source: result.data, problems: null };
  return { source: null, problems };
}

function settingWords(issue: z.core.$ZodIssue, settings: TestSource): string {
  const { path, code } = issue;
  const bound = code === "too_big" || code === "too_small";
  /* Kept as a share of 1, and typed in percent. */
  if (bound && /passMark$/i.test(String(path.at(-1)))) return "Give a share from 0 to 100 %.";
  if (bound && path.length === 1 && path[0] === "sections")
    return "Add a section: its title, what it draws from, and how many questions.";
  return wordsFor(issue, valueAt(settings, path));
}

function valueAt(settings: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    settings,
  );
}

function fieldOf(path: readonly PropertyKey[]): string {
  const [first, second, third] = path.map(String);
  if (first === "sections")
    return second === undefined ? "sections" : `sections.${second}.${third ?? "title"}`;
  if (first === "audience") return second ?? "jobRoles";
  if (first === "window") return `window.${second ?? "closesAt"}`;
  return first === "attempts" || first === "shuffle" ? `${first}.${second ?? "max"}` : (first ?? "title");
}

/** Sections that were left empty have no place in the source: from its numbers to the rows of the form. */
export function atRows(problems: FieldProblems, typed: Typed): FieldProblems {
  const rows = filledRows(typed, sectionRows);
  return Object.fromEntries(
    Object.entries(problems).map(([field, messages]) => {
      const [, section, column] = /^sections\.(\d+)\.(\w+)$/.exec(field) ?? [];
      const row = section === undefined ? undefined : rows[Number(section)];
      return [row ? `sections.${row.index}.${column}` : field, messages];
    }),
  );
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
