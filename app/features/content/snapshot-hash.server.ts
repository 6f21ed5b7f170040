/** A snapshot's name: everything that its HTML depends on, and nothing else. */
import { canonicalJson } from "~/platform/canonical-json";
import { sha256 } from "~/platform/ids.server";
import { blockLibraryVersion } from "./blocks/block-library";
import type { CheckedLesson } from "./check-lesson.server";

/** Count up whenever the same source compiles to something else: plugins, markup, splitting. */
export const pipelineVersion = 2;

/**
 * The front matter is left out: a better summary must not make a finished lesson unread. So is the list of the
 * course's other lessons, which decides whether a link is right but not what it looks like.
 */
export function snapshotHash(
  { body, assets }: Pick<CheckedLesson, "body" | "assets">,
  courseSlug: string,
): string {
  return sha256(
    canonicalJson({
      pipeline: pipelineVersion,
      blocks: blockLibraryVersion,
      course: courseSlug,
      source: body.trim(),
      assets: assets.map(({ name, hash, mediaType, bytes, width, height }) => ({
        name,
        hash,
        mediaType,
        bytes,
        width,
        height,
      })),
    }),
  );
}
