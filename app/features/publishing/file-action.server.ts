/** The forms of the page for a draft's pictures and files. */
import { data, redirect, type TypedResponse } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid, TooLarge, TooMany } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { readForm } from "~/platform/http/read-form.server";
import { addFiles, requireRoom, type AddedFiles, type UploadedFile } from "./add-files.server";
import { deleteFile, renameFile } from "./arrange-files.server";
import { draftBounds } from "./draft-rules";
import { textOf } from "./lesson-form";
import type { FileTrouble } from "./file-list";

export interface FileAnswer {
  /** What became of an upload. */
  readonly upload: AddedFiles | null;
  readonly errors: readonly string[];
  readonly trouble: FileTrouble | null;
}

const nothing: FileAnswer = { upload: null, errors: [], trouble: null };

export async function fileAction(actor: Actor, draftId: string, request: Request) {
  await requireRoom(actor, draftId);
  const files: UploadedFile[] = [];
  let form: FormData;
  try {
    const { fileBytes, filesAtOnce } = draftBounds;
    /* Roomier than a file may be, so that one a little too large is refused by name and the others are taken. */
    const bounds = {
      bytes: filesAtOnce * fileBytes + 1_000_000,
      fileBytes: 2 * fileBytes,
      files: filesAtOnce,
    };
    form = await readForm(request, bounds, async (file) => {
      if (file.name && file.size > 0)
        files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    });
  } catch (error) {
    if (error instanceof TooLarge) return data({ ...nothing, errors: [error.message] }, { status: 413 });
    throw error;
  }
  switch (form.get("form")) {
    case "upload":
      return upload(actor, draftId, files);
    case "rename":
      return change(form, async (name, newName) => {
        await renameFile(actor, { draftId, name, newName });
        return redirect(`/studio/${draftId}/pictures?done=renamed`);
      });
    case "delete":
      return change(form, async (name) => {
        await deleteFile(actor, { draftId, name });
        return redirect(`/studio/${draftId}/pictures?done=deleted`);
      });
    default:
      throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
  }
}

async function upload(actor: Actor, draftId: string, files: readonly UploadedFile[]) {
  try {
    const added = await addFiles(actor, draftId, files);
    return data({ ...nothing, upload: added }, { status: added.refused.length > 0 ? 422 : 200 });
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof TooMany)) throw error;
    return data({ ...nothing, errors: [error.message] }, { status: statusOf(error) });
  }
}

async function change(form: FormData, run: (name: string, newName: string) => Promise<TypedResponse<never>>) {
  const name = textOf(form, "name");
  const typed = form.has("newName") ? textOf(form, "newName") : null;
  try {
    return await run(name, typed ?? "");
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof Conflict)) throw error;
    return data(
      { ...nothing, trouble: { name, message: error.message, typed } },
      { status: statusOf(error) },
    );
  }
}
