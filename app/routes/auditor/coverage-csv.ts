import type { LoaderFunctionArgs } from "@remix-run/node";
import { readCoverageQuestion } from "~/features/audit/duty-coverage/coverage-question";
import { exportStopped } from "~/features/audit/duty-coverage/export-stopped.server";
import { streamText } from "~/features/audit/stream-text.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { now } from "~/platform/clock.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const question = readCoverageQuestion(new URL(args.request.url).searchParams, now());
  const stopped = await exportStopped(actor, question);
  const body = args.request.method === "HEAD" ? null : streamText(stopped, args.context.drained);
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="attest-work-to-stop-${question.on}.csv"`,
      /* Compression in between would hide from us how fast the client reads. */
      "Cache-Control": "private, no-store, no-transform",
    },
  });
}
