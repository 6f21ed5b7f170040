import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportTest } from "~/features/assessments/banks/export-questions.server";
import { exportResponse } from "~/features/assessments/banks/export-response.server";
import { requireActor } from "~/features/auth/require-actor.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const file = await exportTest(actor, args.params.assessment!, args.params.format!);
  return exportResponse(file, args.request, args.context.drained);
}
