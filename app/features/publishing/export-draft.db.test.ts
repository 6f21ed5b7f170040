import { buffer } from "node:stream/consumers";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import yauzl from "yauzl";
import { buildCourse } from "~/features/content/build-course.server";
import type { CourseFolder } from "~/features/content/course-folder.server";
import { revisionManifest } from "~/features/content/revision-manifest";
import { storeAsset } from "~/features/content/store-asset.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { givenDraft, givenManager, publish, write } from "../../../tests/setup/given-draft";
import { addFiles } from "./add-files.server";
import { exportDraft } from "./export-draft.server";

let manager: Actor;
let draftId: string;

beforeAll(async () => {
  manager = await givenManager();
  const lessons = {
    "One: a start": "## Heading\n\nText with “quotes” and ümlauts.\n\n[Go on](./two)\n",
    Two: "",
  };
  draftId = await givenDraft(manager, { title: "Exported", jobRoles: ["regional-sales-manager"] }, lessons);
  const curve =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><rect width="60" height="40"/></svg>';
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#1d5fa8" } })
    .png()
    .toBuffer();
  await addFiles(manager, draftId, [
    { name: "photo.png", bytes: photo },
    { name: "curve.svg", bytes: Buffer.from(curve) },
  ]);
  await write(
    manager,
    draftId,
    "two",
    '<Figure src="./curve.svg" alt="A curve" />\n\n<Figure src="./photo.png" alt="A photo" />',
  );
});

const bytesOf = async () =>
  Buffer.from(await new Response((await exportDraft(manager, draftId)).body).arrayBuffer());

function unpack(zip: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Buffer>();
    yauzl.fromBuffer(zip, { lazyEntries: true }, (error, archive) => {
      if (error) return reject(error);
      archive.on("end", () => resolve(files));
      archive.on("entry", (entry: yauzl.Entry) =>
        archive.openReadStream(entry, (failed, stream) => {
          if (failed) return reject(failed);
          void buffer(stream).then((content) => {
            files.set(entry.fileName, content);
            archive.readEntry();
          });
        }),
      );
      archive.readEntry();
    });
  });
}

describe("an export", () => {
  it("is the same to the byte each time, in every time zone", async () => {
    const first = await bytesOf();
    const zone = process.env.TZ;
    try {
      process.env.TZ = "Pacific/Auckland";
      expect((await bytesOf()).equals(first)).toBe(true);
    } finally {
      process.env.TZ = zone;
    }
    expect((await bytesOf()).equals(first)).toBe(true);
  });

  it("lies in a folder as courses in content/ do", async () => {
    expect([...(await unpack(await bytesOf())).keys()]).toEqual([
      "exported/01-one-a-start.mdx",
      "exported/02-two.mdx",
      "exported/curve.svg",
      "exported/photo.png",
      "exported/course.yaml",
    ]);
  });

  it("becomes the same course when it is brought back from content/", async () => {
    const { revisionId } = await publish(manager, draftId);
    const row = await db.courseRevision.findUniqueOrThrow({
      where: { id: revisionId },
      select: { manifest: true },
    });
    const manifest = revisionManifest.parse(JSON.parse(row.manifest));

    const files = new Map(
      [...(await unpack(await bytesOf()))].map(([name, content]) => [name.replace("exported/", ""), content]),
    );
    const folder: CourseFolder = { slug: "exported", folder: "courses/exported", files, hash: "" };
    const { course, findings } = await buildCourse(folder, { placeAsset: storeAsset });
    expect(findings).toEqual([]);
    const { title, summary, kind, language, audience, accountabilities, clauses } = manifest;
    expect(course?.yaml).toEqual({ title, summary, kind, language, audience, accountabilities, clauses });
    expect(course?.assets.map(({ name, hash }) => ({ name, hash }))).toEqual(manifest.assets);
    expect(
      course?.lessons.map(({ slug, compiled, ...lesson }) => ({
        slug,
        title: lesson.title,
        summary: lesson.summary,
        minutes: lesson.minutes,
        snapshot: compiled.hash,
        checks: Object.keys(compiled.checks),
      })),
    ).toEqual(manifest.lessons.map(({ content: _, ...lesson }) => lesson));
  });

  it("is its author's alone", async () => {
    await expect(exportDraft(await givenManager(), draftId)).rejects.toBeInstanceOf(NotFound);
  });
});
