/** The HTTP server of one process: middleware in order, then Remix. */
import path from "node:path";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express, type Request, type Response } from "express";
import sirv from "sirv";
import { findActor } from "~/features/auth/find-actor.server";
import { env } from "~/platform/env.server";
import { drained } from "~/platform/http/drained.server";
import { guardRoutes } from "~/platform/http/guard-routes.server";
import { limitedAddress } from "~/platform/http/limited-address";
import { NarrowBuilds } from "~/platform/http/narrow-build.server";
import { requestLog } from "~/platform/http/request-log.server";
import { requireSameOrigin } from "~/platform/http/same-origin.server";
import { giveNonce, securityHeaders } from "~/platform/http/security-headers.server";

export interface ServerParts {
  build: ServerBuild;
  /** Where the built client files are; a development server serves them itself. */
  clientDirectory?: string;
}

export function createServer({ build, clientDirectory }: ServerParts): Express {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY ? 1 : false);

  app.use(requestLog);
  app.use((request, _, next) => {
    /* Remix believes this header, so a client must not be able to set it. */
    if (!env.TRUST_PROXY) delete request.headers["x-forwarded-host"];
    next();
  });
  app.use(giveNonce, securityHeaders);
  if (clientDirectory) app.use(clientFiles(clientDirectory));
  app.use(compression({ level: 4 }));
  app.use(requireSameOrigin);

  const handlers = new NarrowBuilds(guardRoutes(build), (narrow) =>
    createRequestHandler({ build: narrow, mode: process.env.NODE_ENV, getLoadContext }),
  );
  app.all("*", (request, response, next) => handlers.for(request.path)(request, response, next));
  return app;
}

function getLoadContext(request: Request, response: Response): AppLoadContext {
  let actor: ReturnType<typeof findActor> | undefined;
  return {
    nonce: response.locals.nonce as string,
    requestId: response.locals.requestId as string,
    address: limitedAddress(request.ip),
    actor: () => (actor ??= findActor(request.headers.cookie ?? null)),
    staticHtml: request.path.endsWith(".data") ? null : new Map(),
    drained: () => drained(response),
  };
}

/** Built files carry a hash in their name, so a browser may keep them for ever. Compressed ones lie beside them. */
function clientFiles(directory: string) {
  const options = { brotli: true, gzip: true, etag: true };
  const assets = sirv(path.join(directory, "assets"), { ...options, maxAge: 31_536_000, immutable: true });
  const others = sirv(directory, { ...options, maxAge: 3_600, ignores: [/^\/assets\//] });
  return express.Router().use("/assets", assets).use(others);
}
