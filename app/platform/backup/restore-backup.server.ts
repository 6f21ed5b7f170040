/** Puts a backup into an empty portal: all of it, or nothing. */
import { Conflict, Invalid } from "../errors";
import { occupiedFolders } from "./data-files.server";
import { tableEntry, type Manifest, type TablePart } from "./manifest";
import { bytesOf, openBackup, verifyBackup, type OpenBackup } from "./open-backup.server";
import { openTarget, type Target } from "./restore-target.server";
import { stageFiles } from "./restored-files.server";
import { linesOf } from "./rows-as-lines.server";
import { inOrderOfReference, type Table } from "./tables";

interface RestoreOptions {
  file: string;
  databaseUrl: string;
  dataDirectory: string;
  /** Brings the database's tables up to date. */
  migrate: () => Promise<void>;
  onProgress?: (done: number, total: number) => void;
}

const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 2_000_000;

/**
 * The archive is read twice: once before anything is written, and again, verified as it goes, while it is.
 * @throws Invalid when the file is damaged or does not fit, Conflict when the portal is not empty
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const { file, databaseUrl, dataDirectory, migrate, onProgress = () => {} } = options;
  const backup = await openBackup(file);
  try {
    const bytes = bytesOf(backup.manifest);
    await verifyBackup(backup, (done) => onProgress(done, 2 * bytes));
    await requireEmptyFolders(dataDirectory);
    await inDatabase(databaseUrl, requireEmptyTables);
    await migrate();
    let done = bytes;
    const progress = (more: number) => onProgress((done += more), 2 * bytes);
    const staged = await stageFiles(backup, dataDirectory, progress);
    try {
      await inDatabase(databaseUrl, async (target, tables) => {
        await requireEmptyTables(target, tables);
        requireSameShape(backup.manifest, tables);
        await insertRows(target, tables, backup, progress);
        const takeOut = await staged.moveIn();
        await target.commit().catch(async (error: unknown) => {
          await takeOut();
          throw error;
        });
      });
    } finally {
      await staged.discard();
    }
    return backup.manifest;
  } finally {
    backup.close();
  }
}

async function inDatabase(
  databaseUrl: string,
  work: (target: Target, tables: readonly Table[]) => Promise<void>,
): Promise<void> {
  const target = await openTarget(databaseUrl);
  try {
    await work(target, await target.begin());
  } finally {
    await target.close();
  }
}

async function insertRows(
  target: Target,
  tables: readonly Table[],
  backup: OpenBackup,
  progress: (bytes: number) => void,
): Promise<void> {
  const parts = new Map(backup.manifest.tables.map((part) => [part.name, part]));
  for (const table of inOrderOfReference(tables)) {
    const part = parts.get(table.name)!;
    await insertTable(target, table, part, backup);
    progress(part.bytes);
  }
}

async function insertTable(target: Target, table: Table, part: TablePart, backup: OpenBackup): Promise<void> {
  let batch: string[] = [];
  let characters = 0;
  for await (const line of linesOf(backup.read(tableEntry(part), part))) {
    batch.push(line);
    characters += line.length;
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    await target.insert(table, batch);
    [batch, characters] = [[], 0];
  }
  if (batch.length > 0) await target.insert(table, batch);
  if ((await target.count(table)) !== part.rows)
    throw new Invalid("rows-missing", `Not all rows of ${table.name} arrived. Nothing was restored.`);
}

async function requireEmptyFolders(dataDirectory: string): Promise<void> {
  const occupied = await occupiedFolders(dataDirectory);
  if (occupied.length === 0) return;
  throw new Conflict(
    "folder-not-empty",
    `A backup is restored into an empty data folder only, and these hold files: ${occupied.join(", ")}. ` +
      "Move them away, or name another folder with DATA_DIR. Nothing was restored.",
  );
}

async function requireEmptyTables(target: Target, tables: readonly Table[]): Promise<void> {
  const occupied: string[] = [];
  for (const table of tables) if ((await target.count(table)) > 0) occupied.push(table.name);
  if (occupied.length === 0) return;
  throw new Conflict(
    "database-not-empty",
    `A backup is restored into an empty database only, and this one has rows in ${occupied.join(", ")}. ` +
      "Name another one with DATABASE_URL. Nothing was restored.",
  );
}

function requireSameShape({ tables, migrations }: Manifest, found: readonly Table[]): void {
  const shape = (table: { name: string }, columns: string[]) => `${table.name}(${columns.sort().join(",")})`;
  const ours = found
    .map((table) =>
      shape(
        table,
        table.columns.map(({ name }) => name),
      ),
    )
    .sort();
  const theirs = tables.map((table) => shape(table, [...table.columns])).sort();
  if (ours.join() === theirs.join()) return;
  throw new Invalid(
    "other-version",
    `This backup was made by another version of Attest (its last migration is ${migrations.at(-1)}). ` +
      "Restore it with that version, then upgrade. Nothing was restored.",
  );
}
