import type { LoaderFunctionArgs } from "@remix-run/node";
import { findResponseFile } from "~/features/assessments/marking/find-response-file.server";
import { sendResponseFile } from "~/features/assessments/marking/send-response-file.server";
import { requireActor } from "~/features/auth/require-actor.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { attempt: attemptId = "", position = "" } = args.params;
  return sendResponseFile(await findResponseFile(actor, { attemptId, position: Number(position) }));
}
