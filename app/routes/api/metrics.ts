import { timingSafeEqual } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/errors";
import { metricsText } from "~/platform/metrics.server";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** With METRICS_TOKEN set for whoever sends it as a bearer token; otherwise for this machine only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!isAllowed(request.headers.get("authorization") ?? "", context.address)) throw new NotFound();
  return new Response(await metricsText(), {
    headers: { "Content-Type": "text/plain; version=0.0.4", "Cache-Control": "no-store" },
  });
}

function isAllowed(authorization: string, address: string): boolean {
  if (!env.METRICS_TOKEN) return LOOPBACK.has(address);
  const expected = Buffer.from(`Bearer ${env.METRICS_TOKEN}`);
  const given = Buffer.from(authorization);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
