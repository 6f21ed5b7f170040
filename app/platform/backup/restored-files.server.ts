/** Files of a restore: written aside first, so that they come in with one rename a folder, or not at all. */
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { fileEntry, type FilePart } from "./manifest";
import type { OpenBackup } from "./open-backup.server";

export interface StagedFiles {
  /** @returns how to take them out again */
  moveIn(): Promise<() => Promise<void>>;
  discard(): Promise<void>;
}

export async function stageFiles(
  backup: OpenBackup,
  directory: string,
  onBytes: (bytes: number) => void,
): Promise<StagedFiles> {
  await mkdir(directory, { recursive: true });
  const staging = await mkdtemp(path.join(directory, "restoring-"));
  const discard = () => rm(staging, { recursive: true, force: true });
  try {
    for (const file of backup.manifest.files) {
      await writeFile(backup, file, path.join(staging, file.path));
      onBytes(file.bytes);
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { discard, moveIn: () => moveIn(staging, directory) };
}

async function writeFile(backup: OpenBackup, file: FilePart, target: string): Promise<void> {
  const secret = file.path.startsWith("keys/");
  await mkdir(path.dirname(target), { recursive: true, mode: secret ? 0o700 : 0o755 });
  const output = createWriteStream(target, { flags: "wx", mode: secret ? 0o600 : 0o644, flush: true });
  await pipeline(backup.read(fileEntry(file), file), output);
}

async function moveIn(staging: string, directory: string): Promise<() => Promise<void>> {
  const moved: string[] = [];
  const takeOut = async () => {
    for (const folder of moved) await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const folder of await readdir(staging)) {
      const place = path.join(directory, folder);
      /* Takes the place of an empty folder, and fails where somebody has put something meanwhile. */
      await rename(path.join(staging, folder), place);
      moved.push(place);
    }
    const handle = await open(directory);
    await handle.sync();
    await handle.close();
  } catch (error) {
    await takeOut();
    throw error;
  }
  return takeOut;
}
