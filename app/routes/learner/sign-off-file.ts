import type { LoaderFunctionArgs } from "@remix-run/node";
import { sendResponseFile } from "~/features/assessments/marking/send-response-file.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { findEvidenceFile } from "~/features/certifications/sign-offs/find-evidence-file.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { signOff: signOffId = "", criterion: criterionId = "" } = args.params;
  return sendResponseFile(await findEvidenceFile(actor, { signOffId, criterionId }));
}
