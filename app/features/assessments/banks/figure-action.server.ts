import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/features/people/actor";
import { Invalid, TooLarge, TooMany } from "~/platform/errors";
import { statusOf } from "~/platform/http/error-response.server";
import { readForm } from "~/platform/http/read-form.server";
import { bankBounds } from "./bank-bounds";
import { addFigures, type UploadedFigure } from "./bank-figures.server";
import { openBank } from "./bank-policy.server";

/** Takes the pictures of one upload, all or none. */
export async function figureAction(actor: Actor, bank: string, request: Request) {
  await openBank(actor, bank);
  const { figureBytes, figuresAtOnce } = bankBounds;
  const bounds = {
    bytes: figuresAtOnce * figureBytes + 100_000,
    fileBytes: figureBytes,
    files: figuresAtOnce,
  };
  const figures: UploadedFigure[] = [];
  try {
    await readForm(request, bounds, async (file) => {
      if (file.name && file.size > 0)
        figures.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    });
    await addFigures(actor, { bank, figures });
  } catch (error) {
    if (!(error instanceof Invalid || error instanceof TooLarge || error instanceof TooMany)) throw error;
    return data({ errors: [error.message] }, { status: statusOf(error) });
  }
  return redirect(`/test-office/banks/${bank}/pictures?done=pictures`);
}
