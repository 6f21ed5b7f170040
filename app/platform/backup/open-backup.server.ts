/** Reads an archive and believes nothing that its manifest does not vouch for. */
import { once } from "node:events";
import { open, type Entry, type ZipFile } from "yauzl";
import { Invalid } from "../errors";
import { fileEntry, MANIFEST, manifestShape, tableEntry, type Manifest } from "./manifest";
import { measured, type Measure } from "./measured.server";

export interface OpenBackup {
  readonly manifest: Manifest;
  /** Throws after the last byte when what was read is not what the manifest says: use nothing of it before the end. */
  readonly read: (entry: string, expected: Measure) => AsyncIterable<Buffer>;
  close(): void;
}

const LARGEST_MANIFEST = 512 * 1024 * 1024;

/** @throws Invalid when the file is not a whole backup */
export async function openBackup(file: string): Promise<OpenBackup> {
  const zip = await openZip(file);
  try {
    const entries = await entriesOf(zip);
    const manifest = await readManifest(zip, entries);
    requireExactly(manifest, entries);
    return {
      manifest,
      close: () => zip.close(),
      read: (entry, expected) => readVerified(zip, entries.get(entry)!, expected),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** Reads everything once. @throws Invalid at the first part that is not as it was written */
export async function verifyBackup(
  { manifest, read }: OpenBackup,
  onBytes: (done: number) => void,
): Promise<void> {
  let done = 0;
  const pass = async (entry: string, expected: Measure): Promise<number> => {
    let lines = 0;
    for await (const chunk of read(entry, expected)) {
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines++;
      onBytes((done += chunk.length));
    }
    return lines;
  };
  for (const table of manifest.tables)
    if ((await pass(tableEntry(table), table)) !== table.rows)
      throw damaged(`${tableEntry(table)} does not have the ${table.rows} rows that were written`);
  for (const file of manifest.files) {
    if (file.path.startsWith("blobs/") && !file.path.endsWith(`/${file.sha256}`))
      throw damaged(`${fileEntry(file)} is not what its name says`);
    await pass(fileEntry(file), file);
  }
}

export function bytesOf({ tables, files }: Manifest): number {
  return [...tables, ...files].reduce((sum, { bytes }) => sum + bytes, 0);
}

function openZip(file: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
    open(file, options, (error: NodeJS.ErrnoException | null, zip) => {
      if (!error) return resolve(zip);
      if (error.code === "ENOENT") return reject(new Invalid("no-file", `There is no file ${file}.`));
      reject(error.code ? error : damaged("it is cut short, or not a zip archive"));
    });
  });
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let twice: string | undefined;
  zip.on("entry", (entry: Entry) => {
    if (entries.has(entry.fileName)) twice = entry.fileName;
    entries.set(entry.fileName, entry);
    zip.readEntry();
  });
  zip.readEntry();
  await once(zip, "end").catch(() => {
    throw damaged("its list of contents cannot be read");
  });
  if (twice) throw damaged(`it holds ${twice} twice`);
  return entries;
}

async function readManifest(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Manifest> {
  const entry = entries.get(MANIFEST);
  if (!entry || entry.uncompressedSize > LARGEST_MANIFEST)
    throw new Invalid(
      "not-a-backup",
      "This file is not a backup of Attest: it has no manifest. Nothing was restored.",
    );
  const chunks: Buffer[] = [];
  for await (const chunk of readEntry(zip, entry)) chunks.push(chunk);
  const manifest = manifestShape.safeParse(jsonOf(Buffer.concat(chunks).toString()));
  if (manifest.success) return manifest.data;
  const issue = manifest.error.issues[0]!;
  if (issue.path[0] === "version")
    throw new Invalid(
      "unknown-version",
      "This backup is of a format that this version of Attest does not know. Restore it with the version that wrote it.",
    );
  throw damaged(`its manifest cannot be used (${issue.path.join(".")}: ${issue.message})`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function requireExactly({ tables, files }: Manifest, entries: ReadonlyMap<string, Entry>): void {
  const expected = [
    ...tables.map((table) => [tableEntry(table), table.bytes] as const),
    ...files.map((file) => [fileEntry(file), file.bytes] as const),
  ];
  const listed = new Set([MANIFEST, ...expected.map(([name]) => name)]);
  if (listed.size !== expected.length + 1) throw damaged("its manifest lists something twice");
  for (const [name, bytes] of expected) {
    const entry = entries.get(name);
    if (!entry) throw damaged(`${name} is missing`);
    if (entry.uncompressedSize !== bytes) throw damaged(`${name} does not have the size it was written with`);
  }
  for (const name of entries.keys())
    if (!listed.has(name)) throw damaged(`it holds ${name}, which its manifest does not list`);
}

async function* readVerified(zip: ZipFile, entry: Entry, expected: Measure): AsyncGenerator<Buffer> {
  let found: Measure | undefined;
  yield* measured(readEntry(zip, entry), (measure) => (found = measure));
  if (found?.sha256 !== expected.sha256 || found.bytes !== expected.bytes)
    throw damaged(`${entry.fileName} is not what was written: its SHA-256 differs`);
}

/** Damage shows as an error of the archive or of its compression. */
async function* readEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    for await (const chunk of stream) yield chunk as Buffer;
  } catch (error) {
    throw damaged(`${entry.fileName} cannot be read (${(error as Error).message})`);
  }
}

function damaged(what: string): Invalid {
  return new Invalid(
    "damaged-backup",
    `This backup is damaged or was changed: ${what}. Nothing was restored.`,
  );
}
