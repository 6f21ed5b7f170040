/** A test's source back to the fields of its form. The other way round is settings-from-form.ts. Pure. */
import { writeNumber } from "../questions/certain-number";
import { localMoment } from "./settings-from-form";
import type { TestSource } from "./test-settings";
import type { Typed } from "./typed-form";

type Value = string | number | boolean | readonly string[] | undefined;

export function formFromSettings(source: TestSource, timeZone: string): Typed {
  const { attempts, window, shuffle, audience, sections = [] } = source;
  const moment = (value: string | undefined) => (value ? localMoment(value, timeZone) : undefined);
  const values: Record<string, Value> = {
    title: source.title,
    summary: source.summary,
    language: source.language,
    standard: source.standard,
    passMark: percentOf(source.passMark),
    clausePassMark: percentOf(source.clausePassMark),
    minutes: source.minutes,
    graceSeconds: source.graceSeconds,
    warnMinutes: source.warnMinutes,
    "attempts.max": attempts?.max,
    "attempts.waitHours": attempts?.waitHours,
    "attempts.renewDays": attempts?.renewDays,
    "attempts.afterLast": attempts?.afterLast ?? "renew",
    page: source.page ?? "section",
    "shuffle.questions": shuffle?.questions !== false,
    "shuffle.options": shuffle?.options !== false,
    book: source.book,
    "window.opensAt": moment(window?.opensAt),
    "window.closesAt": moment(window?.closesAt),
    declaration: source.declaration,
    invigilated: source.invigilated,
    secondMarking: source.secondMarking,
    jobRoles: audience?.jobRoles,
    regions: audience?.regions,
  };
  sections.forEach((section, index) => {
    const { title, banks, clauses = [], topics = [], difficulty, draw, passMark } = section;
    const row = { title, banks, difficulty, draw, passMark: percentOf(passMark) };
    const lists = { clauses: clauses.join(", "), topics: topics.join(", ") };
    for (const [column, value] of Object.entries({ ...row, ...lists }))
      values[`sections.${index}.${column}`] = value;
  });
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): [string, readonly string[]][] => {
      if (value === undefined || value === false) return [];
      if (typeof value === "object") return [[name, value]];
      return [[name, [value === true ? "on" : typeof value === "number" ? writeNumber(value) : value]]];
    }),
  );
}

function percentOf(share: number | undefined): string | undefined {
  if (share === undefined) return undefined;
  return typeof share === "number" ? String(Math.round(share * 10_000) / 100) : String(share);
}
