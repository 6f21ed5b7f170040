/** The key that signs badges: another than the ledger's, so that a signature of one can never be taken for one of the other. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { findOrCreateKeyFile } from "~/platform/key-file.server";
import { didKey, type Identity } from "./did-key";

const FILE = "badges.key";

export interface IssuerKey extends Identity {
  readonly privateKey: KeyObject;
  /** For JWTs. */
  readonly jwk: { readonly kty: string; readonly crv: string; readonly x: string };
}

let known: Promise<IssuerKey> | undefined;

export function issuerKey(): Promise<IssuerKey> {
  known ??= readIssuerKey().catch((error: unknown) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readIssuerKey(): Promise<IssuerKey> {
  const pem = await findOrCreateKeyFile(FILE, () =>
    generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  );
  const privateKey = createPrivateKey(pem);
  const { x } = createPublicKey(privateKey).export({ format: "jwk" });
  const jwk = { kty: "OKP", crv: "Ed25519", x: x! };
  return { privateKey, jwk, ...didKey(Buffer.from(x!, "base64url")) };
}
