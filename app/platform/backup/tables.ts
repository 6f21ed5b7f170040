/** Tables as the database itself lists them, so that a new one cannot be forgotten. */

export type ColumnKind = "text" | "integer" | "real" | "boolean" | "date";

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** Tables whose rows must be there first. */
  readonly refersTo: readonly string[];
}

/** The record of migrations belongs to the database and is not copied. */
export const MIGRATIONS_TABLE = "_prisma_migrations";

/** Neither is what is worked out from other tables: triggers see to it that it is worked out anew where they are restored. */
export function isCopied(name: string): boolean {
  return name !== MIGRATIONS_TABLE && !name.startsWith("Coverage");
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** @throws on a type that a backup could not carry from one database to the other */
export function kindOf(type: string): ColumnKind {
  if (/^text$/i.test(type)) return "text";
  if (/^integer$/i.test(type)) return "integer";
  if (/^(real|double precision)$/i.test(type)) return "real";
  if (/^boolean$/i.test(type)) return "boolean";
  if (/^(datetime|timestamp without time zone)$/i.test(type)) return "date";
  throw new Error(`Columns of type ${type} cannot be backed up yet.`);
}

/** Sorted so that what a table refers to comes before it. @throws when tables refer to each other in a circle */
export function inOrderOfReference(tables: readonly Table[]): Table[] {
  const sorted: Table[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ name, refersTo }) =>
      refersTo.every((other) => other === name || !waiting.has(other)),
    );
    if (ready.length === 0)
      throw new Error(`These tables refer to each other: ${[...waiting.keys()].join(", ")}.`);
    for (const table of ready) {
      sorted.push(table);
      waiting.delete(table.name);
    }
  }
  return sorted;
}
