import { PassThrough } from "node:stream";
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { log } from "~/platform/log.server";
import { NonceContext } from "~/ui/nonce";

const ABORT_AFTER_MS = 10_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce, requestId }: AppLoadContext,
): Promise<Response> {
  const whole = isbot(request.headers.get("user-agent"));
  return new Promise((resolve, reject) => {
    let begun = false;
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={ABORT_AFTER_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? "onAllReady" : "onShellReady"]() {
          begun = true;
          const body = new PassThrough();
          headers.set("Content-Type", "text/html; charset=utf-8");
          if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          stream.pipe(body);
        },
        onShellError: reject,
        onError(error) {
          status = 500;
          if (begun) log.error({ requestId, err: error }, "rendering failed");
        },
      },
    );
    setTimeout(() => stream.abort(), ABORT_AFTER_MS + 1_000).unref();
  });
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
