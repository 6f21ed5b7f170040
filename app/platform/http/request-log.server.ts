import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import { log } from "../log.server";
import { requestSeconds } from "../metrics.server";

const QUIET = /^\/(healthz|readyz|metrics|assets\/)/;
/** The path may hold a secret (a reset link, a calendar) or a certificate's code. */
const SECRET_PATH = /^(\/(?:set-password|verify|calendar)\/)[^/?.]+/;

/** Gives the request its id and, when it ends, a log line and a measurement. */
export const requestLog: RequestHandler = (request, response, next) => {
  const requestId = randomUUID();
  const started = performance.now();
  response.locals.requestId = requestId;
  response.setHeader("X-Request-Id", requestId);
  response.on("close", () => {
    const seconds = (performance.now() - started) / 1000;
    requestSeconds.observe({ method: request.method, status: String(response.statusCode) }, seconds);
    const level = response.statusCode >= 500 ? "error" : QUIET.test(request.path) ? "debug" : "info";
    log[level](
      {
        requestId,
        method: request.method,
        path: request.path.replace(SECRET_PATH, "$1…"),
        status: response.statusCode,
        ms: Math.round(seconds * 10_000) / 10,
        finished: response.writableFinished,
      },
      "request",
    );
  });
  next();
};
