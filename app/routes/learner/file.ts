import type { LoaderFunctionArgs } from "@remix-run/node";
import { isQuestionFigure } from "~/features/assessments/questions/store-figures.server";
import { requireActor } from "~/features/auth/require-actor.server";
import { findAssets, findPublishedAsset } from "~/features/content/asset-queries.server";
import { serveFile } from "~/features/content/serve-file.server";
import { draftAssetVisibleTo } from "~/features/publishing/draft-asset-visible.server";
import { NotFound } from "~/platform/errors";

export async function loader(args: LoaderFunctionArgs) {
  const actor = await requireActor(args);
  const { hash = "", name = "" } = args.params;
  const asset =
    (await findPublishedAsset(actor, hash)) ??
    ((await isQuestionFigure(hash)) || (await draftAssetVisibleTo(actor, hash))
      ? (await findAssets([hash]))[0]
      : null);
  if (!asset) throw new NotFound("file");
  return serveFile(args.request, asset, name);
}
