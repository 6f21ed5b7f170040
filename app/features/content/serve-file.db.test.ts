import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/features/people/actor";
import { NotFound } from "~/platform/errors";
import { givenPerson } from "../../../tests/setup/builders";
import { givenCourse } from "../../../tests/setup/given-course";
import { findPublishedAsset } from "./asset-queries.server";
import type { AssetRef } from "./lesson";
import { serveFile } from "./serve-file.server";
import { storeAsset } from "./store-asset.server";

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0"/></svg>';
let picture: AssetRef;
let list: AssetRef;
let reader: Actor;

beforeEach(async () => {
  picture = await storeAsset({ name: "line.svg", bytes: Buffer.from(drawing) });
  list = await storeAsset({ name: "list.csv", bytes: Buffer.from("a,b\n") });
  reader = await givenPerson({ jobRole: "account-executive" });
  const lessons = { one: '![A line](./line.svg)\n\n<Download src="./list.csv" title="List">Why</Download>' };
  await givenCourse({ jobRoles: ["account-executive"], lessons, assets: [picture, list] });
});

const request = (headers: Record<string, string> = {}, method = "GET") =>
  new Request("http://localhost/files/x/y", { headers, method });

describe("a file is open to", () => {
  it("readers of a course that shows it and to auditors, and to nobody else", async () => {
    const [outsider, auditor] = [
      await givenPerson({ jobRole: "customer-service-associate" }),
      await givenPerson({ access: "auditor" }),
    ];
    expect(await findPublishedAsset(reader, picture.hash)).toEqual(picture);
    expect(await findPublishedAsset(auditor, picture.hash)).toEqual(picture);
    expect(await findPublishedAsset(outsider, picture.hash)).toBeNull();
    expect(await findPublishedAsset(reader, "0".repeat(64))).toBeNull();
    const unpublished = await storeAsset({ name: "draft.csv", bytes: Buffer.from("draft") });
    expect(await findPublishedAsset(reader, unpublished.hash)).toBeNull();
  });
});

describe("a file is sent", () => {
  it("with a type of ours, nothing allowed to run, and kept by the reader's browser only", async () => {
    const response = await serveFile(request(), picture, "line.svg");
    expect(await response.text()).toBe(drawing);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/svg+xml; charset=utf-8",
      "content-disposition": 'inline; filename="line.svg"',
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, max-age=31536000, immutable",
      "content-length": String(drawing.length),
    });
  });

  it("for saving when it is not a picture, film or captions", async () => {
    const response = await serveFile(request(), list, "list.csv");
    expect(response.headers.get("Content-Disposition")).toBe('attachment; filename="list.csv"');
  });

  it("not again when the browser has it", async () => {
    const tag = `"${picture.hash}"`;
    for (const header of [tag, `W/${tag}`, `"x", ${tag}`, "*"]) {
      const response = await serveFile(request({ "If-None-Match": header }), picture, "line.svg");
      expect([response.status, response.body]).toEqual([304, null]);
    }
    expect((await serveFile(request({ "If-None-Match": '"x"' }), picture, "line.svg")).status).toBe(200);
  });

  it("in parts for a player that asks for them", async () => {
    const part = await serveFile(request({ Range: "bytes=1-3" }), picture, "line.svg");
    expect([part.status, part.headers.get("Content-Range"), await part.text()]).toEqual([
      206,
      `bytes 1-3/${drawing.length}`,
      "svg",
    ]);
    const beyond = await serveFile(request({ Range: "bytes=999-" }), picture, "line.svg");
    expect([beyond.status, beyond.headers.get("Content-Range")]).toEqual([416, `bytes */${drawing.length}`]);
    const changed = await serveFile(
      request({ Range: "bytes=1-3", "If-Range": '"other"' }),
      picture,
      "line.svg",
    );
    expect([changed.status, await changed.text()]).toEqual([200, drawing]);
    expect((await serveFile(request({}, "HEAD"), picture, "line.svg")).body).toBeNull();
  });

  it.each(["line.html", "line.png", "../line.svg", 'a".svg', "line", "LINE.SVG", "a\r\nX: y.svg"])(
    "under no other kind of name: %j",
    async (name) => {
      await expect(serveFile(request(), picture, name)).rejects.toBeInstanceOf(NotFound);
    },
  );
});
