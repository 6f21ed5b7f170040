/** A file that somebody hands in as an answer: checked by its content, kept by its hash, never shown in the page. */
import { fileTypeFromBuffer } from "file-type";
import type { Actor } from "~/features/people/actor";
import { Invalid } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";
import { putBlob } from "~/platform/storage.server";
import type { FileRule, ResponseFile } from "../questions/question";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: "application/vnd.oasis.opendocument.text",
  png: "image/png",
  jpg: "image/jpeg",
  txt: "text/plain",
  csv: "text/csv",
};
const PER_HOUR = {
  points: 60,
  seconds: 3_600,
  message: "That is many files in an hour. Wait a while, then hand in the one that counts.",
};

/** @throws Invalid with what is wrong with the file and what to do, TooMany */
export async function storeResponseFile(actor: Actor, file: File, rule: FileRule): Promise<ResponseFile> {
  await limit("response-file", actor.personId, PER_HOUR);
  const ending = endingOf(file.name);
  const name = shownName(file.name);
  if (file.size === 0)
    throw new Invalid(
      "file-empty",
      `“${name}” is empty, so there is nothing to hand in. Open it, see that it holds your work, save it, and choose it again.`,
    );
  if (!rule.types.includes(ending))
    throw new Invalid(
      "file-type",
      `“${name}” is not of a kind that is taken here. Save it as ${rule.types.join(", ")} and choose it again.`,
    );
  if (file.size > rule.megabytes * 1_000_000)
    throw new Invalid(
      "file-size",
      `“${name}” is larger than ${rule.megabytes} MB. Make it smaller and choose it again.`,
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mediaType = mediaTypes[ending]!;
  if (!(await isOfType(bytes, mediaType)))
    throw new Invalid(
      "file-content",
      `“${name}” is not what its ending says. Open it, save it again as ${ending}, and choose it again.`,
    );
  return { hash: await putBlob(bytes), name, mediaType, bytes: bytes.length };
}

async function isOfType(bytes: Uint8Array, mediaType: string): Promise<boolean> {
  if (!mediaType.startsWith("text/")) return (await fileTypeFromBuffer(bytes))?.mime === mediaType;
  try {
    return !new TextDecoder("utf-8", { fatal: true }).decode(bytes).includes("\0");
  } catch {
    return false;
  }
}

function endingOf(name: string): string {
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return ending === "jpeg" ? "jpg" : ending;
}

/** Without folders and control characters, and of a length that fits a line. */
function shownName(name: string): string {
  const last = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}]/gu, "");
  return last.length <= 100 ? last : `${last.slice(0, 80)}…${last.slice(-15)}`;
}
