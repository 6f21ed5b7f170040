import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { Invalid } from "~/platform/errors";
import { assetLimits, inspectAsset } from "./inspect-asset.server";

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#888" } });
const svg = (inside: string, attributes = 'viewBox="0 0 640 320"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  const error: unknown = await inspectAsset(name, bytes).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).message;
}

describe("pictures", () => {
  it("are drawn anew, upright and without what a camera noted", async () => {
    const photo = await blank(400, 200)
      .withExif({ IFD0: { Copyright: "SECRET-PLACE" } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { bytes, mediaType, width, height } = await inspectAsset("photo.jpg", photo);
    expect({ mediaType, width, height }).toEqual({ mediaType: "image/jpeg", width: 200, height: 400 });
    expect(Buffer.from(bytes).includes("SECRET-PLACE")).toBe(false);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  });

  it("lose what is appended to them", async () => {
    const polyglot = Buffer.concat([
      await blank(10, 10).png().toBuffer(),
      Buffer.from("<script>alert(1)</script>"),
    ]);
    const { bytes } = await inspectAsset("a.png", polyglot);
    expect(Buffer.from(bytes).includes("script")).toBe(false);
  });

  it("are made smaller when larger than any page", async () => {
    const { width } = await inspectAsset("a.webp", await blank(3_000, 100).webp().toBuffer());
    expect(width).toBe(assetLimits.side);
  });

  it("with more pixels than fit in memory are refused by their header", async () => {
    const bomb = await sharp({
      create: { width: 7_000, height: 6_000, channels: 3, background: "#000" },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9, palette: true })
      .toBuffer();
    expect(bomb.length).toBeLessThan(assetLimits.picture);
    expect(await refusal("bomb.png", bomb)).toContain("megapixels");
  });

  it("that are something else, broken or too large are refused", async () => {
    const png = await blank(10, 10).png().toBuffer();
    expect(await refusal("a.jpg", png)).toContain("image/png");
    expect(await refusal("a.png", png.subarray(0, 60))).toContain("cannot be read");
    expect(await refusal("a.png", Buffer.alloc(assetLimits.picture + 1))).toContain("larger than 5 MB");
    expect(await refusal("a.png", Buffer.alloc(0))).toContain("empty");
    expect(await refusal("a.png", Buffer.from("<html><script>x</script></html>"))).toContain(
      "not what its ending says",
    );
  });
});

describe("names", () => {
  it.each([
    "../a.png",
    "a/b.png",
    "A.png",
    ".htaccess",
    "a.png\u0000.txt",
    "a .png",
    `${"a".repeat(120)}.png`,
    "a..png",
  ])("that could mislead are refused: %j", async (name) => {
    expect(await refusal(name, Buffer.from("x"))).toMatch(/\.$/);
  });

  it.each(["a.html", "a.js", "a.exe", "a.gif", "a.svgz", "noending"])(
    "of kinds that are not taken are refused: %s",
    async (name) => {
      await refusal(name, Buffer.from("x"));
    },
  );
});

describe("SVG", () => {
  it("as our figures are drawn is kept as it is", async () => {
    const drawing = svg(
      '<!-- note --><style>.a { fill: url(#g); }</style><defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><g class="a"><path d="M0 0"/><text x="1">a &amp; b &#8594;</text><use href="#g"/></g>',
    );
    const { bytes, width, height } = await inspectAsset("a.svg", drawing);
    expect(Buffer.from(bytes).equals(drawing)).toBe(true);
    expect([width, height]).toEqual([640, 320]);
  });

  it.each([
    ["a script", svg("<script>alert(1)</script>")],
    [
      "a script in another namespace",
      svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
    ],
    ["a handler", svg('<g onload="alert(1)"/>')],
    ["a handler on the root", svg("", 'viewBox="0 0 1 1" onload="alert(1)"')],
    ["HTML inside", svg("<foreignObject><p>x</p></foreignObject>")],
    ["a link", svg('<a href="https://a.example"><text>x</text></a>')],
    ["a picture", svg('<image href="https://a.example/x.png"/>')],
    ["a reference to elsewhere", svg('<use href="https://a.example/x.svg#y"/>')],
    [
      "a reference by xlink",
      svg('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="other.svg#y"/>'),
    ],
    ["javascript in a reference", svg('<use href="&#106;avascript:alert(1)"/>')],
    ["data in a reference", svg('<use href="data:image/svg+xml,x"/>')],
    ["an animation that sets a link", svg('<set attributeName="href" to="javascript:x"/>')],
    ["an import in a style", svg('<style>@import "https://a.example/x.css";</style>')],
    ["an escaped import in a style", svg('<style>@\\69mport "x.css";</style>')],
    [
      "an import split by a comment",
      svg("<style>@im/**/port 'x'; a{fill:url(/**/https://a.example)}</style>"),
    ],
    ["an address in a style", svg("<style>a{fill:url(https://a.example/x)}</style>")],
    ["an address in an attribute", svg('<path fill="url(https://a.example/x#y)"/>')],
    ["an address in a style attribute", svg('<path style="fill:url(//a.example/x)"/>')],
    ["a DOCTYPE", Buffer.from('<!DOCTYPE svg [<!ENTITY x "y">]><svg viewBox="0 0 1 1"/>')],
    ["entities", svg("<text>&x;</text>")],
    ["CDATA", svg("<style><![CDATA[a{}]]></style>")],
    [
      "a style sheet instruction",
      Buffer.from('<?xml version="1.0"?><?xml-stylesheet href="x.css"?><svg viewBox="0 0 1 1"/>'),
    ],
    ["unclosed elements", svg("<g>")],
    ["unquoted attributes", svg("<g id=x/>")],
    ["two roots", Buffer.from('<svg viewBox="0 0 1 1"/><svg viewBox="0 0 1 1"/>')],
    ["another root", Buffer.from("<html></html>")],
    ["no viewBox", svg("", "")],
    ["copies of copies", svg('<defs><g id="a"><use href="#b"/></g></defs><use href="#a"/>')],
    ["copies of copies in plain groups", svg('<use href="#a"/><g id="a"><g><use href="#b"/></g></g>')],
    ["patterns in patterns", svg('<pattern id="a"><rect fill="url(#b)"/></pattern>')],
    [
      "an endless number of comments",
      svg(`<style>${"/*a".repeat(150_000)}@import</style>`.slice(0, 450_000) + "</style>"),
    ],
    ["a binary file", Buffer.from([0, 1, 2, 3])],
    ["too deep a nesting", svg(`${"<g>".repeat(100)}${"</g>".repeat(100)}`)],
    [
      "UTF-16, which hides it from the check",
      Buffer.from('<svg viewBox="0 0 1 1"><script/></svg>', "utf16le"),
    ],
  ])("with %s is refused", async (_, bytes) => {
    expect(await refusal("a.svg", bytes)).toMatch(/^a\.svg .*\.$/);
  });
});

describe("other files", () => {
  it("are taken when they are what they say", async () => {
    expect(
      (await inspectAsset("a.vtt", Buffer.from("WEBVTT\n\n00:00.000 --> 00:01.000\nHello"))).mediaType,
    ).toBe("text/vtt");
    expect((await inspectAsset("a.csv", Buffer.from("a,b\n1,é\n"))).mediaType).toBe("text/csv");
    expect((await inspectAsset("a.pdf", Buffer.from("%PDF-1.7\n%\u00e2\n1 0 obj\n"))).mediaType).toBe(
      "application/pdf",
    );
  });

  it("are refused when they are not", async () => {
    expect(await refusal("a.vtt", Buffer.from("<html>"))).toContain("WEBVTT");
    expect(await refusal("a.csv", Buffer.from([0xff, 0xfe, 0x41, 0x00]))).toContain("UTF-8");
    expect(await refusal("a.txt", Buffer.from("a\u0000b"))).toContain("UTF-8");
    expect(await refusal("a.pdf", Buffer.from("PK\u0003\u0004"))).toContain("not what its ending says");
    expect(await refusal("a.mp4", await blank(10, 10).png().toBuffer())).toContain("image/png");
  });
});
