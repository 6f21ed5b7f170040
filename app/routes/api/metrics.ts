import { timingSafeEqual } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { env } from "~/platform/env.server";
import { NotFound } from "~/platform/errors";
import { metricsText } from "~/platform/metrics.server";

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** For whoever sends METRICS_TOKEN as a bearer token. Without one: nobody in production, where a proxy may be on this machine; otherwise this machine. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!isAllowed(request.headers.get("authorization") ?? "", context.address)) throw new NotFound();
  return new Response(await metricsText(), {
    headers: { "Content-Type": "text/plain; version=0.0.4", "Cache-Control": "no-store" },
  });
}

function isAllowed(authorization: string, address: string): boolean {
  if (!env.METRICS_TOKEN) return env.ATTEST_MODE !== "production" && LOOPBACK.has(address);
  const expected = Buffer.from(`Bearer ${env.METRICS_TOKEN}`);
  const given = Buffer.from(authorization);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
