import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCheckpoint, formatProof, parseCheckpoint } from "./checkpoint-text";
import { NoteError, noteSigner, openNote, parseVkey, signNote, vkeyOf, type OpenedNote } from "./note";

const signer = noteSigner("learn.example.com/attest", Buffer.alloc(32, 7));
const other = noteSigner("learn.example.com/attest", Buffer.alloc(32, 8));
const time = new Date("2026-03-04T05:06:07Z");
const text = "learn.example.com/attest\n3\nrrm8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=\n";
const note = signNote(text, signer, time);

function openedOrNull(changed: string): OpenedNote | null {
  try {
    return openNote(changed, signer);
  } catch (error) {
    expect(error).toBeInstanceOf(NoteError);
    return null;
  }
}

describe("signed notes", () => {
  it("open a note that another implementation signed", () => {
    /* The example of Go's golang.org/x/mod/sumdb/note. */
    const vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const foreign =
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
      "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    expect(openNote(foreign, parseVkey(vkey)).text).toContain("know what your problem is");
    expect(vkeyOf(parseVkey(vkey))).toBe(vkey);
  });

  it("carry the text and when it was signed", () => {
    expect(openNote(note, parseVkey(vkeyOf(signer)))).toEqual({ text, signedAt: time });
    expect(note.startsWith(`${text}\n— learn.example.com/attest `)).toBe(true);
  });

  it("fail with any character changed, or lose the signature that the change makes another key's", () => {
    const firstLine = note.lastIndexOf("\n—");
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.integer({ min: 33, max: 126 }), (at, code) => {
        const character = String.fromCharCode(code);
        fc.pre(note[at] !== character);
        const changed = note.slice(0, at) + character + note.slice(at + 1);
        const opened = openedOrNull(changed);
        if (opened)
          expect({ ...opened, inTimestamp: at > firstLine }).toEqual({
            text,
            signedAt: null,
            inTimestamp: true,
          });
      }),
      { numRuns: 2_000 },
    );
  });

  it("are refused when only another key signed them, also one of the same name", () => {
    expect(() => openNote(note, other)).toThrow(NoteError);
    expect(() => openNote(note, noteSigner("elsewhere.example", signer.seed))).toThrow(NoteError);
  });

  it("may carry signatures of witnesses beside ours", () => {
    const witness = signNote(text, noteSigner("witness.example", Buffer.alloc(32, 9)), time).slice(
      text.length + 1,
    );
    expect(openNote(note + witness, signer).text).toBe(text);
    expect(openNote(`${text}\n${witness}${note.slice(text.length + 1)}`, signer).signedAt).toEqual(time);
  });

  it.each([
    ["nothing", ""],
    ["no signature", `${text}\n`],
    ["no blank line", text],
    ["a line that is not a signature", `${note}hello\n`],
    ["no newline at its end", note.slice(0, -1)],
    ["a control character", note.replace("\n3\n", "\n3\t\n")],
  ])("are refused with %s", (_what, malformed) => {
    expect(() => openNote(malformed, signer)).toThrow(NoteError);
  });

  it.each(["", "two words", "a+b", "a\u2003b", "line\n"])(
    "need a key name without spaces and plus, unlike %j",
    (name) => {
      expect(() => noteSigner(name, Buffer.alloc(32))).toThrow(NoteError);
    },
  );

  it.each(["", "no newline", "control\u0001\n", "half \ud800\n"])("cannot be made of %j", (unfit) => {
    expect(() => signNote(unfit, signer, time)).toThrow(NoteError);
  });

  it.each([
    ["another hash", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"],
    ["another algorithm", "PeterNeumann+c74f20a3+AhpcydcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"],
    ["a key that is too short", "PeterNeumann+c74f20a3+ARpc2Q=="],
    ["words", "not a key"],
  ])("are not checked with a verifier key of %s", (_what, vkey) => {
    expect(() => parseVkey(vkey)).toThrow(NoteError);
  });
});

describe("checkpoints", () => {
  const checkpoint = { origin: "learn.example.com/attest", size: 3, root: Buffer.alloc(32, 1) };

  it("read back as they were written, whatever extension lines follow", () => {
    expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
    expect(parseCheckpoint(`${formatCheckpoint(checkpoint)}extension\n`)).toEqual(checkpoint);
  });

  it.each([
    "",
    "origin\n3\n",
    "origin\n03\nAAAA\n",
    "origin\n-1\nAAAA\n",
    `\n3\n${checkpoint.root.toString("base64")}\n`,
  ])("are not %j", (malformed) => {
    expect(() => parseCheckpoint(malformed)).toThrow(NoteError);
  });

  it("are part of a proof that can be checked offline", () => {
    expect(formatProof(1, [Buffer.alloc(32, 2)], note)).toBe(
      `c2sp.org/tlog-proof@v1\nindex 1\n${Buffer.alloc(32, 2).toString("base64")}\n\n${note}`,
    );
  });
});
