import { readdirSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { env } from "~/platform/env.server";
import { Conflict, NotFound } from "~/platform/errors";
import { givenDraft, givenManager, write } from "../../../tests/setup/given-draft";
import { addFiles } from "./add-files.server";
import { deleteFile, renameFile } from "./arrange-files.server";
import { listFiles } from "./draft-files.server";
import { fileAction } from "./file-action.server";
import { usesFile } from "./file-names";

let manager: Actor;
let draftId: string;

beforeEach(async () => {
  manager = await givenManager();
  draftId = await givenDraft(manager);
});

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40">${inside}</svg>`);
const text = (content: string) => Buffer.from(content);
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "white" } })
    .png()
    .toBuffer();
const names = async () => (await listFiles(manager, draftId)).files.map(({ name }) => name);
const stored = () => {
  const folder = path.join(env.DATA_DIR, "blobs");
  try {
    return readdirSync(folder, { recursive: true }).length;
  } catch {
    return 0;
  }
};

function upload(files: readonly { name: string; bytes: Uint8Array }[]) {
  const form = new FormData();
  form.set("form", "upload");
  for (const { name, bytes } of files) form.append("files", new File([new Uint8Array(bytes)], name));
  return fileAction(manager, draftId, new Request("http://localhost/studio", { method: "POST", body: form }));
}

const statusOf = (result: Awaited<ReturnType<typeof upload>>) =>
  "data" in result ? (result.init?.status ?? 200) : result.status;

describe("uploading", () => {
  it("keeps what is sound, under a name that lessons can use", async () => {
    const files = [
      { name: "Drift Curve (final).PNG", bytes: await png(30, 20) },
      { name: "notes.csv", bytes: text("a,b\n1,2\n") },
      { name: "C:\\Users\\ines\\Ärmel.svg", bytes: svg('<rect width="60" height="40"/>') },
    ];
    const result = await addFiles(manager, draftId, files);
    expect(result).toEqual({
      added: ["drift-curve-final.png", "notes.csv", "armel.svg"],
      replaced: [],
      refused: [],
    });
    expect((await addFiles(manager, draftId, [files[1]!])).replaced).toEqual(["notes.csv"]);
    expect(await names()).toHaveLength(3);
  });

  const hostile: [
    what: string,
    name: string,
    bytes: () => Uint8Array | Promise<Uint8Array>,
    words: RegExp,
  ][] = [
    ["an SVG with a script", "logo.svg", () => svg("<script>alert(1)</script>"), /<script>/],
    [
      "an SVG with an event handler",
      "logo.svg",
      () => svg('<rect width="1" height="1" onload="alert(1)"/>'),
      /event handler/,
    ],
    ["an SVG that fetches", "logo.svg", () => svg('<use href="https://evil.example/x#y"/>'), /outside/],
    [
      "a page that calls itself a picture",
      "logo.png",
      () => text("<html><script>alert(1)</script></html>"),
      /not what its ending says/,
    ],
    ["a program", "setup.exe", () => text("MZ"), /not taken/],
    ["a picture that unpacks to gigabytes", "bomb.png", () => png(10_000, 8_000), /megapixels/],
    [
      "a damaged picture",
      "half.png",
      async () => (await png(300, 200)).subarray(0, 200),
      /cannot be read|not what/,
    ],
    ["more than 5 MB", "big.txt", () => Buffer.alloc(5_000_001, 97), /larger than 5 MB/],
  ];

  it.each(hostile)("refuses %s and stores nothing of it", async (_, name, bytes, words) => {
    const before = stored();
    const result = await upload([{ name, bytes: await bytes() }]);
    expect(statusOf(result)).toBe(422);
    if (!("data" in result)) throw new Error("The upload was taken");
    expect(result.data.upload?.refused.join(" ")).toMatch(words);
    expect(await names()).toEqual([]);
    expect(stored()).toBe(before);
  });

  it("takes the good ones of several", async () => {
    const result = await addFiles(manager, draftId, [
      { name: "good.txt", bytes: text("Good") },
      { name: "bad.svg", bytes: svg("<script/>") },
    ]);
    expect(result.added).toEqual(["good.txt"]);
    expect(result.refused).toHaveLength(1);
  });

  it("answers a body without end with a message instead of reading it", async () => {
    expect(statusOf(await upload([{ name: "huge.mp4", bytes: Buffer.alloc(12_000_000) }]))).toBe(413);
    const many = Array.from({ length: 11 }, (_, index) => ({ name: `n${index}.txt`, bytes: text("x") }));
    expect(statusOf(await upload(many))).toBe(413);
    expect(await names()).toEqual([]);
  });

  it("stops at 40 files, and says so", async () => {
    for (let batch = 0; batch < 4; batch++)
      await addFiles(
        manager,
        draftId,
        Array.from({ length: 10 }, (_, index) => ({
          name: `f${batch}-${index}.txt`,
          bytes: text(`${batch} ${index}`),
        })),
      );
    await expect(addFiles(manager, draftId, [{ name: "more.txt", bytes: text("more") }])).rejects.toThrow(
      "at most 40 files",
    );
    expect((await addFiles(manager, draftId, [{ name: "f0-0.txt", bytes: text("new") }])).replaced).toEqual([
      "f0-0.txt",
    ]);
  });

  it("is limited over time", async () => {
    const one = (index: number) =>
      addFiles(manager, draftId, [{ name: "a.txt", bytes: text(String(index)) }]);
    for (let index = 0; index < 60; index++) await one(index);
    await expect(one(60)).rejects.toMatchObject({ reason: "too-many" });
  });
});

describe("a file that a lesson uses", () => {
  beforeEach(async () => {
    await addFiles(manager, draftId, [
      { name: "curve.svg", bytes: svg("") },
      { name: "curve.txt", bytes: text("Another") },
    ]);
    await write(manager, draftId, "the-lamp", '<Figure src="./curve.svg" alt="The curve" />');
  });

  it("cannot be deleted or renamed, and the message says where it is used", async () => {
    const used = deleteFile(manager, { draftId, name: "curve.svg" });
    await expect(used).rejects.toBeInstanceOf(Conflict);
    await expect(used).rejects.toThrow('"The lamp"');
    await expect(
      renameFile(manager, { draftId, name: "curve.svg", newName: "other.svg" }),
    ).rejects.toBeInstanceOf(Conflict);
  });

  it("is no expression to search lessons with", async () => {
    const name = "(a+)+b";
    await expect(deleteFile(manager, { draftId, name })).rejects.toThrow(NotFound);
    await expect(renameFile(manager, { draftId, name, newName: "b" })).rejects.toThrow(NotFound);
    expect(usesFile(`./${"a".repeat(60)}c`, name)).toBe(false);
  });

  it("does not hold back another of a similar name", async () => {
    expect(await renameFile(manager, { draftId, name: "curve.txt", newName: "Legend.TXT" })).toBe(
      "legend.txt",
    );
    await deleteFile(manager, { draftId, name: "legend.txt" });
    expect(await names()).toEqual(["curve.svg"]);
  });

  it("keeps its ending, and its name to itself", async () => {
    await addFiles(manager, draftId, [{ name: "free.svg", bytes: svg("<g/>") }]);
    await expect(
      renameFile(manager, { draftId, name: "free.svg", newName: "free.html" }),
    ).rejects.toMatchObject({ reason: "file-name" });
    await expect(
      renameFile(manager, { draftId, name: "free.svg", newName: "curve.svg" }),
    ).rejects.toMatchObject({ reason: "file-name-taken" });
  });

  it("is its author's alone", async () => {
    const other = await givenManager();
    await expect(listFiles(other, draftId)).rejects.toBeInstanceOf(NotFound);
    await expect(deleteFile(other, { draftId, name: "curve.svg" })).rejects.toBeInstanceOf(NotFound);
    await expect(addFiles(other, draftId, [{ name: "x.txt", bytes: text("x") }])).rejects.toBeInstanceOf(
      NotFound,
    );
    expect(await db.draftAsset.count({ where: { draftId } })).toBe(2);
  });
});
