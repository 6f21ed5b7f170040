import type { LoaderFunctionArgs } from "@remix-run/node";
import { STATUS_PURPOSES } from "~/features/integrations/open-badges/badge-credential";
import { FRESH_SECONDS, statusList } from "~/features/integrations/open-badges/status-list.server";
import { NotFound } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";

/** Each costs the signing of a list; who checks many badges keeps a copy for as long as it says. */
const LIMIT = { points: 120, seconds: 60, message: "Too many lists at once. Try again in a minute." };

/** For anyone: it says of places, not of people, which badges do not count. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const purpose = STATUS_PURPOSES.find((each) => each === params.purpose);
  if (!purpose || !/^\d{1,6}$/.test(params.list!)) throw new NotFound("status list");
  await limit("badge-status", context.address, LIMIT);
  return new Response(JSON.stringify(await statusList(Number(params.list), purpose)), {
    headers: {
      "Content-Type": "application/ld+json",
      "Cache-Control": `public, max-age=${FRESH_SECONDS}`,
    },
  });
}
