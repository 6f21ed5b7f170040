import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "~/features/auth/require-actor.server";
import { badgeAsJson, badgeAsJwt } from "~/features/integrations/open-badges/badge-queries.server";
import { NotFound } from "~/platform/errors";

const formats = {
  json: { type: "application/ld+json", find: badgeAsJson },
  jwt: { type: "application/vc+jwt", find: badgeAsJwt },
};

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { award, format } = args.params;
  if (format !== "json" && format !== "jwt") throw new NotFound("badge");
  const { type, find } = formats[format];
  const { name, text } = await find(actor, award!);
  return new Response(text, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
