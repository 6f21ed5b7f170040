/** Signed notes of C2SP (c2sp.org/signed-note) with Ed25519 keys, and the timestamped kind of c2sp.org/tlog-cosignature. */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";

/** 0x01 signs the text; 0x04 signs the text together with the second it was signed in. */
const PLAIN = 0x01;
const TIMESTAMPED = 0x04;
const MAX_SIGNATURES = 100;

/* The fixed start of an Ed25519 key in DER (RFC 8410); the 32 bytes of the key follow. */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: Buffer;
}
export interface NoteSigner extends NoteVerifier {
  readonly seed: Buffer;
}
export interface OpenedNote {
  readonly text: string;
  /** When the key says it signed, if the note has a timestamped signature by it. */
  readonly signedAt: Date | null;
}

/** A note that is malformed, or that no known key signed, or whose signature by a known key is false. */
export class NoteError extends Error {}

export function noteSigner(name: string, seed: Buffer): NoteSigner {
  if (!isKeyName(name)) throw new NoteError(`"${name}" cannot be the name of a key`);
  return {
    name,
    seed,
    publicKey: createPublicKey(privateKey(seed))
      .export({ format: "der", type: "spki" })
      .subarray(SPKI.length),
  };
}

/** The verifier key in the form that Go's sumdb/note and other implementations read: name+hash+key. */
export function vkeyOf({ name, publicKey }: NoteVerifier): string {
  const key = Buffer.concat([Buffer.of(PLAIN), publicKey]);
  return `${name}+${keyId(name, PLAIN, publicKey).toString("hex")}+${key.toString("base64")}`;
}

export function parseVkey(vkey: string): NoteVerifier {
  const [, name, id, encoded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(vkey) ?? [];
  const key = Buffer.from(encoded ?? "", "base64");
  const publicKey = key.subarray(1);
  const wellFormed = name && isKeyName(name) && key.length === 33 && key[0] === PLAIN;
  if (!wellFormed || keyId(name, PLAIN, publicKey).toString("hex") !== id)
    throw new NoteError("This is not a verifier key");
  return { name, publicKey };
}

/** Signs `text` twice with the key: as it is, and with the time. */
export function signNote(text: string, signer: NoteSigner, signedAt: Date): string {
  if (!isNoteText(text)) throw new NoteError("This text cannot be signed as a note");
  const key = privateKey(signer.seed);
  const time = Buffer.alloc(8);
  const seconds = Math.floor(signedAt.getTime() / 1000);
  time.writeBigUInt64BE(BigInt(seconds));
  const plain = sign(null, Buffer.from(text), key);
  const timestamped = sign(null, Buffer.from(timestampedMessage(text, seconds)), key);
  const line = (type: number, ...parts: Buffer[]) =>
    `— ${signer.name} ${Buffer.concat([keyId(signer.name, type, signer.publicKey), ...parts]).toString("base64")}\n`;
  return `${text}\n${line(PLAIN, plain)}${line(TIMESTAMPED, time, timestamped)}`;
}

/** @throws NoteError unless the key signed the note; signatures by other keys are ignored, as the specification asks. */
export function openNote(note: string, verifier: NoteVerifier): OpenedNote {
  const { text, signatures } = split(note);
  const key = createPublicKey({
    key: Buffer.concat([SPKI, verifier.publicKey]),
    format: "der",
    type: "spki",
  });
  const plainId = keyId(verifier.name, PLAIN, verifier.publicKey);
  const timestampedId = keyId(verifier.name, TIMESTAMPED, verifier.publicKey);
  let signed = false;
  let signedAt: Date | null = null;
  for (const { name, bytes } of signatures) {
    if (name !== verifier.name) continue;
    const id = bytes.subarray(0, 4);
    if (id.equals(plainId)) {
      if (!verify(null, Buffer.from(text), key, bytes.subarray(4)))
        throw new NoteError("The signature is false");
      signed = true;
    } else if (id.equals(timestampedId)) {
      if (bytes.length !== 76) throw new NoteError("The timestamped signature is malformed");
      const seconds = Number(bytes.readBigUInt64BE(4));
      const message = Buffer.from(timestampedMessage(text, seconds));
      if (!verify(null, message, key, bytes.subarray(12)))
        throw new NoteError("The timestamped signature is false");
      signedAt = new Date(seconds * 1000);
    }
  }
  if (!signed) throw new NoteError("The note is not signed by this key");
  return { text, signedAt };
}

function split(note: string): { text: string; signatures: { name: string; bytes: Buffer }[] } {
  const end = note.lastIndexOf("\n\n");
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2);
  if (end < 0 || !isNoteText(text) || !lines.endsWith("\n")) throw new NoteError("This is not a signed note");
  const signatures = lines
    .slice(0, -1)
    .split("\n")
    .map((line) => {
      const [, name, encoded] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? [];
      const bytes = Buffer.from(encoded ?? "", "base64");
      if (!name || !isKeyName(name) || bytes.length < 5 || bytes.toString("base64") !== encoded)
        throw new NoteError("A signature line is malformed");
      return { name, bytes };
    });
  if (signatures.length > MAX_SIGNATURES) throw new NoteError("The note has too many signatures");
  return { text, signatures };
}

function timestampedMessage(text: string, seconds: number): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}

function keyId(name: string, type: number, publicKey: Buffer): Buffer {
  return createHash("sha256")
    .update(`${name}\n`)
    .update(Buffer.of(type))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

function privateKey(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}

function isKeyName(name: string): boolean {
  return /^[^\s\u0085+]+$/u.test(name);
}

function isNoteText(text: string): boolean {
  const hasControls = [...text].some((character) => character < " " && character !== "\n");
  return text.length > 1 && text.endsWith("\n") && !/\p{Surrogate}/u.test(text) && !hasControls;
}
