/** The two steps of an import: read and look, then confirm. */
import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Conflict, Invalid, TooLarge, TooMany } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { readForm } from "~/platform/http/read-form.server";
import { EXCHANGE_FORMATS } from "../exchange/parsed";
import { bankBounds } from "./bank-bounds";
import { openBank } from "./bank-policy.server";
import { confirmImport, previewImport, type ImportPreview } from "./import-questions.server";

export interface ImportAnswer {
  readonly preview: ImportPreview | null;
  readonly errors: readonly string[];
  /** What was pasted and chosen, so that it can be mended there. */
  readonly typed: { readonly pasted: string; readonly format: string };
}

/** More than this is a file's business, and not sent back. */
const LONGEST_PASTED = 500_000;

const MB = 1_000_000;

export async function importAction(actor: Actor, bank: string, request: Request) {
  await openBank(actor, bank);
  let typed = { pasted: "", format: "" };
  const refuse = (message: string, status: number) =>
    data<ImportAnswer>({ preview: null, errors: [message], typed }, { status });
  let [name, bytes] = ["", new Uint8Array()];
  try {
    const { importBytes } = bankBounds;
    /* Pasted text comes beside the file, and some of it is the form's own. */
    const form = await readForm(
      request,
      { bytes: importBytes + MB, fileBytes: importBytes, files: 1 },
      async (file) => {
        if (file.name && file.size > 0) [name, bytes] = [file.name, new Uint8Array(await file.arrayBuffer())];
      },
    );
    const text = (field: string) => {
      const value = form.get(field);
      return typeof value === "string" ? value : "";
    };
    typed = { pasted: text("pasted").slice(0, LONGEST_PASTED), format: text("format") };
    switch (text("form")) {
      case "preview": {
        if (bytes.length === 0 && text("pasted").trim() !== "")
          bytes = new TextEncoder().encode(text("pasted"));
        const format = EXCHANGE_FORMATS.find((each) => each === text("format")) ?? null;
        const preview = await previewImport(actor, { bank, name, bytes, format });
        return data<ImportAnswer>(
          { preview, errors: [], typed },
          { status: preview.problems.length > 0 ? 422 : 200 },
        );
      }
      case "confirm": {
        const { followed } = await confirmImport(actor, {
          bank,
          upload: text("upload"),
          state: text("state"),
        });
        const params = new URLSearchParams({ done: "imported", tests: String(followed.updated.length) });
        for (const { slug } of followed.kept) params.append("kept", slug);
        return redirect(`/test-office/banks/${bank}?${params}`);
      }
      default:
        throw new Invalid("unknown-form", "This form is not known here. Reload the page and try again.");
    }
  } catch (error) {
    if (error instanceof TooLarge)
      return refuse(
        `A file may have at most ${bankBounds.importBytes / MB} MB. Nothing was stored: split it into several files.`,
        413,
      );
    if (!(error instanceof Invalid || error instanceof Conflict || error instanceof TooMany)) throw error;
    if (error.reason === "unknown-form") throw error;
    return refuse(error.message, statusOf(error));
  }
}
