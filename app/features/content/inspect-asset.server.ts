/** What a file is by its content, and the bytes of it that we keep: pictures are drawn anew, which leaves out all else. */
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { Invalid } from "~/platform/errors";
import { ASSET_NAME } from "./lesson";
import { svgSize } from "./svg-check";

export interface InspectedAsset {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** By extension, which is also what the file must turn out to be. */
export const assetTypes: ReadonlyMap<string, string> = new Map([
  ["png", "image/png"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["webp", "image/webp"],
  ["svg", "image/svg+xml"],
  ["webm", "video/webm"],
  ["mp4", "video/mp4"],
  ["vtt", "text/vtt"],
  ["pdf", "application/pdf"],
  ["csv", "text/csv"],
  ["txt", "text/plain"],
]);

const MB = 1_000_000;
export const assetLimits = {
  picture: 5 * MB,
  svg: MB / 2,
  other: 25 * MB,
  pixels: 40 * MB,
  side: 2_400,
} as const;

/** @throws Invalid with what is wrong with the file and what to do about it */
export async function inspectAsset(name: string, bytes: Uint8Array): Promise<InspectedAsset> {
  const mediaType = assetTypes.get(name.split(".").pop() ?? "");
  if (!ASSET_NAME.test(name) || name.length > 100)
    throw refused(
      "name",
      `"${name.slice(0, 100)}" is not a usable file name. Use lower-case letters, digits and dashes, such as order-form.png.`,
    );
  if (!mediaType)
    throw refused("type", `Files of this kind are not taken. Use ${[...assetTypes.keys()].join(", ")}.`);
  if (bytes.length === 0) throw refused("empty", `${name} is empty.`);
  const most = limitOf(mediaType);
  if (bytes.length > most)
    throw refused("size", `${name} is larger than ${most / MB} MB. Make it smaller and try again.`);

  if (mediaType === "image/svg+xml") return { bytes, mediaType, ...svgSize(name, textOf(name, bytes)) };
  if (mediaType.startsWith("image/")) return redraw(name, bytes, mediaType);
  if (mediaType.startsWith("text/")) return inspectText(name, bytes, mediaType);
  await expectType(name, bytes, mediaType);
  return { bytes, mediaType, width: null, height: null };
}

function limitOf(mediaType: string): number {
  if (mediaType === "image/svg+xml") return assetLimits.svg;
  return mediaType.startsWith("image/") ? assetLimits.picture : assetLimits.other;
}

async function expectType(name: string, bytes: Uint8Array, mediaType: string): Promise<void> {
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime !== mediaType)
    throw refused(
      "content",
      `${name} is not what its ending says${found ? `: it looks like ${found.mime}` : ""}. Save it in the right format.`,
    );
}

async function redraw(name: string, bytes: Uint8Array, mediaType: string): Promise<InspectedAsset> {
  await expectType(name, bytes, mediaType);
  const picture = () => sharp(bytes, { limitInputPixels: assetLimits.pixels, failOn: "error", pages: 1 });
  try {
    const { width = 0, height = 0, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > assetLimits.pixels)
      throw refused(
        "pixels",
        `${name} has more than ${assetLimits.pixels / MB} megapixels. Make it smaller and try again.`,
      );
    if (pages > 1) throw refused("animated", `${name} is animated. Use a video, which readers can stop.`);
    /* Turned upright first, since the note that says so is metadata and is not kept. */
    const upright = picture()
      .autoOrient()
      .resize({ width: assetLimits.side, height: assetLimits.side, fit: "inside", withoutEnlargement: true });
    const encoded =
      mediaType === "image/png"
        ? upright.png({ compressionLevel: 9 })
        : mediaType === "image/jpeg"
          ? upright.jpeg({ quality: 84 })
          : upright.webp({ quality: 84 });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { bytes: data, mediaType, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Invalid) throw error;
    throw refused(
      "unreadable",
      `${name} cannot be read as a picture. It may be damaged: save it again and retry.`,
    );
  }
}

function inspectText(name: string, bytes: Uint8Array, mediaType: string): InspectedAsset {
  const text = textOf(name, bytes);
  if (mediaType === "text/vtt" && !/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text))
    throw refused("content", `${name} is not a captions file: its first line must be WEBVTT.`);
  return { bytes, mediaType, width: null, height: null };
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return text;
  } catch {
    /* Told below, like text with control characters in it. */
  }
  throw refused("content", `${name} is not plain text in UTF-8. Save it again with that encoding.`);
}

function refused(reason: string, message: string): Invalid {
  return new Invalid(`asset-${reason}`, message, { file: [message] });
}
