import type { LoaderFunctionArgs } from "@remix-run/node";
import { STATUS_PURPOSES } from "~/features/integrations/open-badges/badge-credential";
import { FRESH_SECONDS, statusList } from "~/features/integrations/open-badges/status-list.server";
import { NotFound } from "~/platform/errors";

/** For anyone: it says of places, not of people, which badges do not count. */
export async function loader({ params }: LoaderFunctionArgs) {
  const purpose = STATUS_PURPOSES.find((each) => each === params.purpose);
  if (!purpose || !/^\d{1,6}$/.test(params.list!)) throw new NotFound("status list");
  return new Response(JSON.stringify(await statusList(Number(params.list), purpose)), {
    headers: {
      "Content-Type": "application/ld+json",
      "Cache-Control": `public, max-age=${FRESH_SECONDS}`,
    },
  });
}
