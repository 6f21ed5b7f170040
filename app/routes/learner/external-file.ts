import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendResponseFile } from "~/features/assessments/marking/send-response-file.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { externalFile } from "~/features/certifications/external/external-page.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  return sendResponseFile(await externalFile(actor, args.params.certificate!));
}
