import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/features/auth/require-actor.server";
import { liveAction } from "~/features/publishing/lesson-action.server";
import { NotFound } from "~/platform/errors";

/** There is nothing to look at: the editor's script posts here. */
export async function loader(args: LoaderFunctionArgs) {
  await requireActor(args, "manager");
  throw new NotFound();
}

export async function action(args: ActionFunctionArgs) {
  const actor = await requireActor(args, "manager");
  return liveAction(actor, { draftId: args.params.draft!, lessonSlug: args.params.lesson! }, args.request);
}
