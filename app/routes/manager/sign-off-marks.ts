import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/features/auth/require-actor.server";
import { fillBounds } from "~/features/certifications/sign-offs/fill-action.server";
import { saveMarks } from "~/features/certifications/sign-offs/save-marks.server";
import { readFields } from "~/platform/http/submit-form.server";

/** Whoever signs in again on the way here is taken to the page. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args);
  return redirect(`/sign-offs/${args.params.signOff!}/fill`);
}

/** Takes entries as they are made; no page is made. */
export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args);
  const form = await readFields(args.request, fillBounds(actor));
  const saved = await saveMarks(actor, { signOffId: args.params.signOff!, form });
  return Response.json(saved, { headers: { "Cache-Control": "no-store" } });
}
