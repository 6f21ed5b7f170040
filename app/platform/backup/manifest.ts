/** What a backup says of itself, as `manifest.json` in the archive. The rest of the archive must be exactly what it lists. */
import { z } from "zod";

export const FORMAT_VERSION = 1;
export const MANIFEST = "manifest.json";

const bytes = z.number().int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_]*$/);

const tablePart = z.strictObject({
  name,
  columns: z.array(name).min(1),
  rows: z.number().int().nonnegative(),
  bytes,
  sha256,
});

const filePart = z.strictObject({
  /** Below DATA_DIR. Nothing else can be named, so that an archive cannot write anywhere else. */
  path: z.string().regex(/^(blobs\/[0-9a-f]{2}\/[0-9a-f]{64}|(keys|ledger)\/[A-Za-z0-9][A-Za-z0-9._-]*)$/),
  bytes,
  sha256,
});

export const manifestShape = z.strictObject({
  format: z.literal("attest-backup"),
  version: z.literal(FORMAT_VERSION),
  createdAt: z.iso.datetime(),
  provider: z.enum(["sqlite", "postgresql"]),
  migrations: z.array(z.string()),
  tables: z.array(tablePart),
  files: z.array(filePart),
});

export type Manifest = z.output<typeof manifestShape>;
export type TablePart = z.output<typeof tablePart>;
export type FilePart = z.output<typeof filePart>;

/** One JSON object a row and line, in the order of the key. */
export function tableEntry(table: Pick<TablePart, "name">): string {
  return `tables/${table.name}.ndjson`;
}

export function fileEntry(file: Pick<FilePart, "path">): string {
  return `data/${file.path}`;
}
