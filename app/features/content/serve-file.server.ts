/** A stored file as a response. It came from an author, so nothing in it may run or be taken for something else. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { NotFound } from "~/platform/errors";
import { blobPath } from "~/platform/storage.server";
import { parseRange } from "./byte-range";
import { assetTypes } from "./inspect-asset.server";
import { ASSET_NAME, type AssetRef } from "./lesson";

/** Shown in the page; all else is offered for saving. */
const INLINE = new Set([
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/svg+xml",
  "video/webm",
  "video/mp4",
  "text/vtt",
]);

/** @throws NotFound when the name does not fit the file, or its bytes are gone */
export async function serveFile(request: Request, asset: AssetRef, name: string): Promise<Response> {
  if (!ASSET_NAME.test(name) || assetTypes.get(name.split(".").pop()!) !== asset.mediaType)
    throw new NotFound("file");
  const file = blobPath(asset.hash);
  const { size } = await stat(file).catch(() => {
    throw new NotFound("file");
  });
  const text = asset.mediaType.startsWith("text/") || asset.mediaType === "image/svg+xml";
  const headers = new Headers({
    "Content-Type": text ? `${asset.mediaType}; charset=utf-8` : asset.mediaType,
    "Content-Disposition": `${INLINE.has(asset.mediaType) ? "inline" : "attachment"}; filename="${name}"`,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, max-age=31536000, immutable",
    "Accept-Ranges": "bytes",
    ETag: `"${asset.hash}"`,
  });
  if (matchesTag(request.headers.get("If-None-Match"), asset.hash))
    return new Response(null, { status: 304, headers });

  const condition = request.headers.get("If-Range");
  const range =
    condition === null || condition === `"${asset.hash}"`
      ? parseRange(request.headers.get("Range"), size)
      : null;
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  headers.set("Content-Length", String(end - start + 1));
  if (range) headers.set("Content-Range", `bytes ${start}-${end}/${size}`);
  const body =
    request.method === "HEAD"
      ? null
      : createReadableStreamFromReadable(createReadStream(file, { start, end }));
  return new Response(body, { status: range ? 206 : 200, headers });
}

function matchesTag(header: string | null, hash: string): boolean {
  if (header === null) return false;
  return header
    .split(",")
    .some((tag) => tag.trim() === "*" || tag.trim().replace(/^W\//, "") === `"${hash}"`);
}
