import type { LoaderFunctionArgs } from "@remix-run/node";
import { achievement } from "~/features/integrations/open-badges/badge-queries.server";

/** For anyone: what a badge is a badge of. */
export async function loader({ params }: LoaderFunctionArgs) {
  return new Response(JSON.stringify(await achievement(params.certification!)), {
    headers: { "Content-Type": "application/ld+json", "Cache-Control": "public, max-age=300" },
  });
}
