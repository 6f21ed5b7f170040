import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { NotFound } from "~/platform/errors";
import { blobPath } from "~/platform/storage.server";
import { attachmentNamed } from "./attachment-name";
import type { ResponseFileFound } from "./find-response-file.server";

/**
 * Only ever saved, never shown: it is whatever somebody handed in, so that a browser must neither run it nor guess what
 * it is. @throws NotFound when its bytes are gone
 */
export async function sendResponseFile({ hash, name }: ResponseFileFound): Promise<Response> {
  const file = blobPath(hash);
  const { size } = await stat(file).catch(() => {
    throw new NotFound("file");
  });
  return new Response(createReadableStreamFromReadable(createReadStream(file)), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Content-Length": String(size),
      "Content-Disposition": attachmentNamed(name),
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cross-Origin-Resource-Policy": "same-origin",
      "Cache-Control": "private, no-store",
    },
  });
}
