/** Name and removal of a draft's files. A file that a lesson shows keeps its name and stays. */
import type { Actor } from "~/features/people/actor";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound } from "~/platform/errors";
import { countEdit } from "./draft-policy.server";
import { fileNameOf, isFileName, usesFile } from "./file-names";

interface Place {
  draftId: string;
  name: string;
}

export async function deleteFile(actor: Actor, { draftId, name }: Place): Promise<void> {
  if (!isFileName(name)) throw new NotFound("file");
  await transaction(async (tx) => {
    await countEdit(tx, actor, draftId);
    await refuseWhenUsed(tx, { draftId, name }, "deleted");
    const { count } = await tx.draftAsset.deleteMany({ where: { draftId, name } });
    if (count !== 1) throw new NotFound("file");
  });
}

/** Resolves to the name as it is afterwards. */
export async function renameFile(
  actor: Actor,
  { draftId, name, newName }: Place & { newName: string },
): Promise<string> {
  if (!isFileName(name)) throw new NotFound("file");
  const wished = fileNameOf(newName);
  const ending = (file: string) => file.split(".").at(-1);
  if (!isFileName(wished) || ending(wished) !== ending(name)) {
    const message = `Give a name of letters, digits and dashes that ends in .${ending(name)}.`;
    throw new Invalid("file-name", message, { newName: [message] });
  }
  if (wished === name) return name;
  await transaction(async (tx) => {
    await countEdit(tx, actor, draftId);
    await refuseWhenUsed(tx, { draftId, name }, "renamed");
    const taken = await tx.draftAsset.findUnique({
      where: { draftId_name: { draftId, name: wished } },
      select: { name: true },
    });
    if (taken) {
      const message = `Another file has the name ${wished} already.`;
      throw new Invalid("file-name-taken", message, { newName: [message] });
    }
    const { count } = await tx.draftAsset.updateMany({ where: { draftId, name }, data: { name: wished } });
    if (count !== 1) throw new NotFound("file");
  });
  return wished;
}

async function refuseWhenUsed(tx: Tx, { draftId, name }: Place, what: string): Promise<void> {
  const candidates = await tx.draftLesson.findMany({
    where: { draftId, source: { contains: `./${name}` } },
    orderBy: { position: "asc" },
    select: { title: true, slug: true, source: true },
  });
  const users = candidates
    .filter(({ source }) => usesFile(source, name))
    .map(({ title, slug }) => `"${title || slug}"`);
  if (users.length === 0) return;
  const lessons = `${users.length === 1 ? "the lesson" : "the lessons"} ${users.join(", ")}`;
  throw new Conflict(
    "file-used",
    `${name} cannot be ${what}: it is used in ${lessons}. Take it out there first.`,
  );
}
