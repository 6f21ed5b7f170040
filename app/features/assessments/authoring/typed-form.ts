/** A form with rows that grow: what was typed, by field name, so that it can be handed back whatever becomes of it. */
export type Typed = Readonly<Record<string, readonly string[]>>;
export type FieldProblems = Readonly<Record<string, readonly string[]>>;

/** A group of rows in a form: its fields are called `group.row.column`. */
export interface RowGroup {
  readonly name: string;
  /** So many rows are there at the least, filled in or not. */
  readonly least: number;
  readonly most: number;
  /** Rows in which all of these are empty are left out. */
  readonly filled: readonly string[];
}

export interface TypedRow {
  readonly index: number;
  readonly values: Readonly<Record<string, string>>;
}

const FIELD = /^[A-Za-z][\w-]*(?:\.[\w-]+){0,2}$/;
const MOST_FIELDS = 2_000;

/** Browsers send other line ends with a form than they hold in the field. */
export function typedIn(form: FormData): Typed {
  const typed = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== "string" || !FIELD.test(name) || typed.size >= MOST_FIELDS) continue;
    typed.set(name, [...(typed.get(name) ?? []), value.replace(/\r\n?/g, "\n")]);
  }
  return Object.fromEntries(typed);
}

export function one(typed: Typed, name: string): string {
  return Object.hasOwn(typed, name) ? (typed[name]![0] ?? "") : "";
}

export function every(typed: Typed, name: string): readonly string[] {
  return Object.hasOwn(typed, name) ? typed[name]! : [];
}

/** How many rows the form shows. */
export function rowCount(typed: Typed, { name, least, most }: RowGroup): number {
  const numbers = Object.keys(typed).flatMap((field) => {
    const [group, row] = field.split(".");
    return group === name && /^\d{1,3}$/.test(row ?? "") ? [Number(row) + 1] : [];
  });
  return Math.min(most, Math.max(least, ...numbers));
}

/** Rows with something in them. */
export function filledRows(typed: Typed, group: RowGroup): TypedRow[] {
  return Array.from({ length: rowCount(typed, group) }, (_, index) => {
    const prefix = `${group.name}.${index}.`;
    const names = Object.keys(typed).filter((field) => field.startsWith(prefix));
    const values = Object.fromEntries(names.map((field) => [field.slice(prefix.length), one(typed, field)]));
    return { index, values };
  }).filter(({ values }) => group.filled.some((column) => (values[column] ?? "").trim() !== ""));
}

/** The form with more empty rows of a group. */
export function withMoreRows(typed: Typed, group: RowGroup, more: number): Typed {
  const last = Math.min(group.most, rowCount(typed, group) + more) - 1;
  const field = `${group.name}.${last}.${group.filled[0]}`;
  return { ...typed, [field]: typed[field] ?? [""] };
}
