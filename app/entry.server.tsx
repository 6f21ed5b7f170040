import { text } from "node:stream/consumers";
import type { ReadableStream as NodeWebStream } from "node:stream/web";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { renderToString } from "react-dom/server";
import { log } from "~/platform/log.server";
import { NonceContext } from "~/ui/nonce";
import { StaticHtmlContext } from "~/ui/static-html";

/**
 * Makes the page in one piece. No route defers anything, so a stream would wait for the same data and only cost the
 * chunks: a quarter of a lesson's processor time went there.
 */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, staticHtml }: AppLoadContext,
): Promise<Response> {
  const page = renderToString(
    <NonceContext.Provider value={nonce}>
      <StaticHtmlContext.Provider value={staticHtml}>
        <RemixServer context={{ ...remixContext, serverHandoffStream: undefined }} url={request.url} />
      </StaticHtmlContext.Provider>
    </NonceContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  const html = Buffer.from(`<!DOCTYPE html>${page}${await handoff(remixContext, nonce)}`);
  return new Response(html, { headers, status });
}

/** What the browser's Remix reads its data from, as Remix's own StreamTransfer would write it. */
async function handoff({ serverHandoffStream, renderMeta }: EntryContext, nonce: string): Promise<string> {
  if (!serverHandoffStream || !renderMeta?.didRenderScripts) return "";
  const state = JSON.stringify(await text(serverHandoffStream as NodeWebStream)).replaceAll("<", "\\u003c");
  const controller = "window.__remixContext.streamController";
  return `<script nonce="${nonce}">${controller}.enqueue(${state});${controller}.close();</script>`;
}

export function handleError(
  error: unknown,
  { request, context }: { request: Request; context: AppLoadContext },
): void {
  if (request.signal.aborted) return;
  /* Of a route without a page, Remix reports refusals here too. */
  if (isRouteErrorResponse(error) && error.status < 500) return;
  log.error({ requestId: context.requestId, err: error }, "unexpected error");
}
