import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { answerBounds } from "~/features/assessments/sitting/answer-bounds.server";
import { saveAnswers } from "~/features/assessments/sitting/save-answers.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { readFields } from "~/platform/http/submit-form.server";

/** Whoever signs in again on the way here is taken to the page. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  return redirect(`/attempts/${args.params.attempt!}`);
}

/** Takes single answers as they are given; no page is made. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = await readFields(args.request, await answerBounds(actor, args.params.attempt!));
  const saved = await saveAnswers(actor, { attemptId: args.params.attempt!, form });
  return Response.json(saved, { headers: { "Cache-Control": "no-store" } });
}
