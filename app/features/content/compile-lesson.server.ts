/** Source → check → mdx-bundler → evaluated once, here → static HTML, cut at its knowledge checks. */
import type { Root } from "mdast";
import { renderLesson } from "./bundle-lesson.server";
import type { CheckContext } from "./check-context";
import { checkLesson, type CheckedLesson } from "./check-lesson.server";
import { enqueueCompile } from "./compile-queue.server";
import { fragmentProblems } from "./fragment-check";
import { LessonProblems, refuseWhenAny } from "./lesson-problems";
import { readingMinutes } from "./lesson-text";
import type { AssetRef, CheckKey, Lesson, LessonMeta, OutlineEntry } from "./lesson";
import { snapshotHash } from "./snapshot-hash.server";
import { splitSegments } from "./split-segments";

export interface CompileInput {
  readonly source: string;
  readonly origin: "git" | "studio";
  readonly courseSlug: string;
  readonly assets: readonly AssetRef[];
  /** Slugs of the course's lessons, to check links to them. */
  readonly lessons?: readonly string[];
}

export interface Snapshot extends Lesson {
  readonly hash: string;
  readonly text: string;
  /** Answer keys by check id: never for a browser. */
  readonly checks: Readonly<Record<string, CheckKey>>;
}

export interface CompiledLesson extends Snapshot {
  /** From the front matter; null when the source has none, as in the studio. */
  readonly meta: LessonMeta | null;
  readonly assets: readonly AssetRef[];
  /** Estimated: what a reader needs, at 200 words a minute plus checks, figures and videos. */
  readonly minutes: number;
  /** Of the source, as it was checked. */
  readonly tree: Root;
}

/** Largest HTML of a lesson; a short source that repeats long addresses by reference could exceed it. */
const MOST_HTML = 2_000_000;
const underway = new Map<string, Promise<Snapshot>>();

/**
 * @param stored finds a snapshot that was compiled from the same inputs before
 * @throws LessonProblems
 */
export async function compileLesson(
  input: CompileInput,
  stored: (hash: string) => Promise<Snapshot | null> = async () => null,
): Promise<CompiledLesson> {
  const context: CheckContext = {
    assets: new Map(input.assets.map((asset) => [asset.name, asset])),
    ...(input.lessons ? { lessons: new Set(input.lessons) } : {}),
  };
  const checked = checkLesson(input.source, context);
  const hash = snapshotHash(checked, input.courseSlug);
  const snapshot = (await stored(hash)) ?? (await compileOnce(hash, checked, input, context));
  const { meta, assets, tree } = checked;
  return { ...snapshot, meta, assets, minutes: readingMinutes(checked), tree };
}

function compileOnce(
  hash: string,
  checked: CheckedLesson,
  input: CompileInput,
  context: CheckContext,
): Promise<Snapshot> {
  const running = underway.get(hash);
  if (running) return running;
  const compiling = enqueueCompile(input.origin, () =>
    compile(hash, checked, input.courseSlug, context),
  ).finally(() => underway.delete(hash));
  underway.set(hash, compiling);
  return compiling;
}

async function compile(
  hash: string,
  checked: CheckedLesson,
  courseSlug: string,
  context: CheckContext,
): Promise<Snapshot> {
  const outline: OutlineEntry[] = [];
  const html = await renderLesson(checked.body, { assets: context.assets, courseSlug, outline }, context);
  if (html.length > MOST_HTML)
    throw new LessonProblems([
      {
        line: 1,
        column: 1,
        message: "The lesson becomes too large a page.",
        advice: "Split it into several lessons.",
      },
    ]);
  refuseWhenAny(fragmentProblems(checked.tree, html));
  const { segments, keys } = splitSegments(html, checked.checks);
  return { hash, segments, outline, text: checked.text, checks: keys };
}
