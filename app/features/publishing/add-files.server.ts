import { storeAsset } from "~/features/content/store-asset.server";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { db, transaction } from "~/platform/db/client.server";
import { Invalid, NotFound } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";
import { countEdit, draftsOf } from "./draft-policy.server";
import { draftBounds } from "./draft-rules";
import { fileNameOf } from "./file-names";

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface AddedFiles {
  /** Names as they are from now on. */
  readonly added: readonly string[];
  readonly replaced: readonly string[];
  /** What was wrong with the others; nothing of them is kept. */
  readonly refused: readonly string[];
}

const uploads = {
  points: 60,
  seconds: 300,
  message:
    "Many files were uploaded from your account in the last minutes. Please wait a little and go on then.",
};

/** Each file is taken or refused by itself. One with the name of another takes its place. */
export async function addFiles(
  actor: Actor,
  draftId: string,
  files: readonly UploadedFile[],
): Promise<AddedFiles> {
  if (files.length === 0)
    throw new Invalid("no-file", "Choose a file first.", { files: ["Choose a file first."] });
  await requireRoom(
    actor,
    draftId,
    files.map(({ name }) => fileNameOf(name)),
  );
  for (let count = 0; count < files.length; count++) await limit("studio-upload", actor.personId, uploads);

  const stored = new Map<string, string>();
  const refused: string[] = [];
  for (const { name, bytes } of files) {
    const kept = await keep(fileNameOf(name), bytes);
    if (kept.hash === null) refused.push(kept.problem);
    else stored.set(kept.name, kept.hash);
  }
  if (stored.size === 0) return { added: [], replaced: [], refused };
  return { ...(await attach(actor, draftId, stored)), refused };
}

/**
 * Asked before anything large is read, and again before anything is stored.
 * @throws NotFound for someone else's draft; Invalid when it holds all the files it may
 */
export async function requireRoom(
  actor: Actor,
  draftId: string,
  adding: readonly string[] = [],
): Promise<void> {
  const draft = await db.draft.findFirst({
    where: { ...draftsOf(actor), id: draftId },
    select: { assets: { select: { name: true } } },
  });
  if (!draft) throw new NotFound("draft");
  const known = new Set(draft.assets.map(({ name }) => name));
  refuseTooMany(known.size, new Set(adding.filter((name) => !known.has(name))).size);
}

function refuseTooMany(known: number, added: number): void {
  if (known + added <= draftBounds.files) return;
  const message = `A course holds at most ${draftBounds.files} files, and this one has ${known}. Delete what no lesson uses.`;
  throw new Invalid("too-many-files", message, { files: [message] });
}

type Kept = { hash: string; name: string } | { hash: null; problem: string };

async function keep(name: string, bytes: Uint8Array): Promise<Kept> {
  if (bytes.length > draftBounds.fileBytes)
    return {
      hash: null,
      problem: `${name} is larger than ${draftBounds.fileBytes / 1_000_000} MB. Make it smaller and try again.`,
    };
  try {
    const { hash } = await storeAsset({ name, bytes });
    return { hash, name };
  } catch (error) {
    if (error instanceof Invalid) return { hash: null, problem: error.message };
    throw error;
  }
}

function attach(
  actor: Actor,
  draftId: string,
  files: ReadonlyMap<string, string>,
): Promise<Pick<AddedFiles, "added" | "replaced">> {
  return transaction(async (tx) => {
    await countEdit(tx, actor, draftId);
    const before = await tx.draftAsset.findMany({ where: { draftId }, select: { name: true } });
    const known = new Set(before.map(({ name }) => name));
    const added = [...files.keys()].filter((name) => !known.has(name));
    refuseTooMany(known.size, added.length);
    for (const [name, hash] of files)
      await tx.draftAsset.upsert({
        where: { draftId_name: { draftId, name } },
        create: { draftId, name, hash, createdAt: now() },
        update: { hash, createdAt: now() },
        select: { name: true },
      });
    return { added, replaced: [...files.keys()].filter((name) => known.has(name)) };
  });
}
