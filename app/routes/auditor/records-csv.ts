import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportRecords } from "~/features/audit/export-records.server";
import { readRecordQuestion } from "~/features/audit/record-filters";
import { streamText } from "~/features/audit/stream-text.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { dayOf } from "~/features/people/calendar";
import { now } from "~/platform/clock.server";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const question = readRecordQuestion(new URL(args.request.url).searchParams);
  const records = exportRecords(actor, question);
  const file = `attest-records-${dayOf(now(), actor.timeZone)}.csv`;
  const body = args.request.method === "HEAD" ? null : streamText(records, args.context.drained);
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file}"`,
      /* Compression in between would hide from us how fast the client reads. */
      "Cache-Control": "private, no-store, no-transform",
    },
  });
}
