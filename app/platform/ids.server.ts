import { createHash, randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { now } from "./clock.server";

/** A UUIDv7 (RFC 9562): sorts by the time it was made. */
export function newId(): string {
  return v7({ msecs: now().getTime() });
}

/** A secret of `bytes` random bytes, safe in a URL. */
export function newSecret(bytes = 32): string {
  return randomBytes(bytes).toString("base64url");
}

/** SHA-256 in lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}
