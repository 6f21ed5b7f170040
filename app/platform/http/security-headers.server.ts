import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { env } from "../env.server";

const secure = env.BASE_URL.startsWith("https:");
const nonceSource = (_: unknown, response: unknown) =>
  `'nonce-${(response as Response).locals.nonce as string}'`;

/** A fresh nonce for every response; without it no script runs. */
export const giveNonce: RequestHandler = (_, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64url");
  next();
};

export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", nonceSource],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      fontSrc: ["'self'"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      frameSrc: ["'self'"],
      manifestSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'self'"],
      ...(secure ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  /* The default, no-referrer, makes browsers send "Origin: null" with plain form posts. */
  referrerPolicy: { policy: "same-origin" },
  crossOriginEmbedderPolicy: false,
  strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
});
