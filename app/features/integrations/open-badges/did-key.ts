/** An Ed25519 key as a decentralised identifier that needs no look-up: the did:key method of the W3C Credentials group. */
const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
/** The multicodec prefix of an Ed25519 public key. */
const ED25519 = Uint8Array.of(0xed, 0x01);

/** Bitcoin's base 58, with the letter that multibase puts before it. */
export function multibase58(bytes: Uint8Array): string {
  let number = BigInt(`0x${Buffer.from(bytes).toString("hex") || "0"}`);
  let digits = "";
  for (; number > 0n; number /= 58n) digits = ALPHABET[Number(number % 58n)] + digits;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${"1".repeat(zeros < 0 ? bytes.length : zeros)}${digits}`;
}

export interface Identity {
  readonly did: string;
  readonly verificationMethod: string;
}

/** @param publicKey 32 bytes */
export function didKey(publicKey: Uint8Array): Identity {
  const key = multibase58(Buffer.concat([ED25519, publicKey]));
  return { did: `did:key:${key}`, verificationMethod: `did:key:${key}#${key}` };
}
