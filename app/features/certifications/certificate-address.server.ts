import { env } from "~/platform/env.server";

/** Where anyone can check a certificate; also what its QR code says. */
export function certificateAddress(code: string): string {
  return `${env.BASE_URL}/verify/${code}`;
}
