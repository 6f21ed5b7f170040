/** A draft as a course folder in a ZIP file: the same bytes for the same draft, each time and on each machine. */
import { Readable } from "node:stream";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { stringify } from "yaml";
import yazl from "yazl";
import { writeFrontMatter } from "~/features/content/front-matter.server";
import type { Actor } from "~/features/people/actor";
import { db } from "~/platform/db/client.server";
import { NotFound } from "~/platform/errors";
import { limit } from "~/platform/rate-limit.server";
import { blobPath } from "~/platform/storage.server";
import { readAudience } from "./audience-words";
import { draftsOf } from "./draft-policy.server";

const exports = {
  points: 20,
  seconds: 60,
  message: "This course was exported very often in the last minute. Please wait a moment.",
};
/** The hour on the wall, which is what ZIP stores: the same in every time zone. */
function entryOptions() {
  return { mtime: new Date(2000, 0, 1), mode: 0o100644, forceDosTimestamp: true };
}

export interface ExportedDraft {
  readonly fileName: string;
  readonly body: ReadableStream<Uint8Array>;
}

/** @throws NotFound, TooMany */
export async function exportDraft(actor: Actor, draftId: string): Promise<ExportedDraft> {
  const draft = await db.draft.findFirst({ where: { ...draftsOf(actor), id: draftId }, select: wholeDraft });
  if (!draft) throw new NotFound("draft");
  await limit("studio-export", actor.personId, exports);
  const zip = new yazl.ZipFile();
  const options = entryOptions();
  const add = (name: string, text: string) =>
    zip.addBuffer(Buffer.from(text), `${draft.slug}/${name}`, options);

  const digits = Math.max(2, String(draft.lessons.length).length);
  for (const { slug, title, summary, minutes, source, position } of draft.lessons) {
    const number = String(position).padStart(digits, "0");
    add(`${number}-${slug}.mdx`, `${writeFrontMatter({ title, minutes, summary })}\n${source.trim()}\n`);
  }
  for (const { name, hash } of inOrder(draft.assets))
    zip.addFile(blobPath(hash), `${draft.slug}/${name}`, {
      ...options,
      compress: /\.(?:svg|vtt|csv|txt)$/.test(name),
    });
  add("course.yaml", courseYaml(draft));
  zip.end();
  return {
    fileName: `${draft.slug}.zip`,
    body: createReadableStreamFromReadable(Readable.from(zip.outputStream)),
  };
}

/** By code unit, where the two databases each sort in their own way. */
function inOrder<T extends { name: string }>(files: readonly T[]): T[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function courseYaml(draft: {
  title: string;
  summary: string;
  kind: string;
  language: string;
  audience: string;
}): string {
  const { title, summary, kind, language } = draft;
  const { jobRoles, regions } = readAudience(draft.audience);
  return stringify(
    { title, summary, kind, language, audience: { jobRoles, regions }, accountabilities: [], clauses: [] },
    { lineWidth: 0 },
  );
}

const wholeDraft = {
  slug: true,
  title: true,
  summary: true,
  kind: true,
  language: true,
  audience: true,
  assets: { select: { name: true, hash: true } },
  lessons: {
    orderBy: { position: "asc" },
    select: { position: true, slug: true, title: true, summary: true, minutes: true, source: true },
  },
} as const;
