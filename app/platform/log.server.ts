/** Structured logs. Ids only: no names, addresses, answers or secrets. */
import { pino, stdSerializers } from "pino";
import { env } from "./env.server";

export const log = pino({
  level: env.LOG_LEVEL,
  base: { pid: process.pid },
  serializers: { err: stdSerializers.err },
  redact: { paths: ["*.password", "*.email", "*.cookie", "*.authorization", "req.headers"], remove: true },
});
