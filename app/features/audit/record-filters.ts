/** What a list of records is narrowed to. All of it is in the address, so that a view can be kept and sent. */
import { isDay } from "~/features/people/calendar";
import { Invalid } from "~/platform/errors";

/** Each may appear once in the address; what is typed for a person is searched, the others are ids. */
export const FILTERS = [
  "person",
  "team",
  "region",
  "role",
  "course",
  "test",
  "certification",
  "standard",
  "clause",
  "kind",
  "outcome",
  "from",
  "to",
] as const;
export type FilterName = (typeof FILTERS)[number];

export type RecordFilters = Readonly<Partial<Record<FilterName, string>>>;
export type RecordOrder = "newest" | "oldest";
export type FilterErrors = Readonly<Partial<Record<FilterName | "page", string[]>>>;

/** The place in the list that a page begins after or ends before. */
export interface Cursor {
  readonly direction: "after" | "before";
  readonly occurredAt: Date;
  readonly id: string;
}

export interface RecordQuestion {
  readonly filters: RecordFilters;
  readonly order: RecordOrder;
  readonly cursor: Cursor | null;
  /** By field, in words. With any of them the filters are only good for showing what was typed. */
  readonly errors: FilterErrors;
}

const LONGEST = 120;
const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)_([\w-]{1,64})$/;

export function readRecordQuestion(address: URLSearchParams): RecordQuestion {
  const filters: Partial<Record<FilterName, string>> = {};
  const errors: Partial<Record<FilterName | "page", string[]>> = {};
  for (const name of FILTERS) {
    const value = address.get(name)?.trim();
    if (!value) continue;
    filters[name] = value.slice(0, LONGEST);
    const error = faultOf(name, value);
    if (error) errors[name] = [error];
  }
  const { from, to } = filters;
  if (from && to && !errors.from && !errors.to && from > to)
    errors.to = ["The last day lies before the first. Choose a later one, or leave one of them empty."];
  const cursor = readCursor(address);
  if (cursor === "damaged")
    errors.page = ["The address of this page is damaged. Begin again from the first page."];
  return {
    filters,
    order: address.get("sort") === "oldest" ? "oldest" : "newest",
    cursor: cursor === "damaged" ? null : cursor,
    errors,
  };
}

/** @throws Invalid with every fault in words */
export function requireSound({ errors }: RecordQuestion): void {
  const faults = Object.entries(errors).map(([name, messages]) => `${name}: ${messages.join(" ")}`);
  if (faults.length > 0) throw new Invalid("record-filters", faults.join(" "), { ...errors });
}

function faultOf(name: FilterName, value: string): string | null {
  if (name === "from" || name === "to") return isDay(value) ? null : "Use a date such as 2026-03-04.";
  if (value.length > LONGEST) return `Use ${LONGEST} characters or fewer.`;
  /* PostgreSQL takes no NUL in a text, and no name holds the others. */
  const hasControls = [...value].some((character) => character < " " || character === "\u007f");
  return hasControls ? "Use letters, numbers and punctuation only." : null;
}

function readCursor(address: URLSearchParams): Cursor | null | "damaged" {
  for (const direction of ["after", "before"] as const) {
    const text = address.get(direction);
    if (text === null) continue;
    const [, moment, id] = CURSOR.exec(text) ?? [];
    const occurredAt = new Date(moment ?? "");
    return id && !Number.isNaN(occurredAt.getTime()) ? { direction, occurredAt, id } : "damaged";
  }
  return null;
}

export function cursorText({ occurredAt, id }: { occurredAt: Date | string; id: string }): string {
  return `${typeof occurredAt === "string" ? occurredAt : occurredAt.toISOString()}_${id}`;
}

interface AddressParts {
  filters: RecordFilters;
  order?: RecordOrder;
  after?: string;
  before?: string;
}

/** The query string of a view, in a fixed order, so that the same view has one address. */
export function recordSearch({ filters, order = "newest", after, before }: AddressParts): string {
  const search = new URLSearchParams();
  for (const name of FILTERS) if (filters[name]) search.set(name, filters[name]);
  if (order === "oldest") search.set("sort", order);
  if (after) search.set("after", after);
  if (before) search.set("before", before);
  const text = search.toString();
  return text && `?${text}`;
}

export function without(filters: RecordFilters, name: FilterName): RecordFilters {
  return Object.fromEntries(Object.entries(filters).filter(([key]) => key !== name));
}
