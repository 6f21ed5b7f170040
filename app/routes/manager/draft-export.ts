import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/features/auth/require-actor.server";
import { exportDraft } from "~/features/publishing/export-draft.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args, "manager");
  const { fileName, body } = await exportDraft(actor, args.params.draft!);
  return new Response(body, {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${fileName}"`,
      "Cache-Control": "no-store",
    },
  });
}
