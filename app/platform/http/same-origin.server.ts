/**
 * Cross-site request forgery defence for every request that may change something. Browsers say where a request comes
 * from: Sec-Fetch-Site where they have it (Fetch Metadata), Origin on every form post otherwise. Neither: refused.
 */
import type { RequestHandler } from "express";
import { env } from "../env.server";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

export const requireSameOrigin: RequestHandler = (request, response, next) => {
  if (SAFE.has(request.method) || isSameOrigin(request.headers, request.protocol)) return next();
  response
    .status(403)
    .type("text/plain")
    .send("This request came from another site, so nothing was changed. Open the portal and try again.");
};

function isSameOrigin(headers: Record<string, string | string[] | undefined>, protocol: string): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin, host } = headers;
  return origin === `${protocol}://${host as string}` || origin === new URL(env.BASE_URL).origin;
}
