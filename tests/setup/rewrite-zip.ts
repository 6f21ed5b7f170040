/** Changes a zip archive the way somebody who wants to deceive would: the result is a valid archive. */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { open, type Entry, type ZipFile } from "yauzl";
import { ZipFile as NewZip } from "yazl";

export type Entries = Map<string, Buffer>;

export async function readZip(file: string): Promise<Entries> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    open(file, { lazyEntries: true }, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const entries: Entries = new Map();
  zip.on("entry", (entry: Entry) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return void zip.emit("error", error);
      void buffer(stream).then((bytes) => {
        entries.set(entry.fileName, bytes);
        zip.readEntry();
      });
    });
  });
  zip.readEntry();
  await once(zip, "end");
  return entries;
}

export async function rewriteZip(
  file: string,
  target: string,
  change: (entries: Entries) => void,
): Promise<void> {
  const entries = await readZip(file);
  change(entries);
  const zip = new NewZip();
  for (const [name, bytes] of entries) zip.addBuffer(bytes, name);
  zip.end();
  await pipeline(zip.outputStream, createWriteStream(target));
}
