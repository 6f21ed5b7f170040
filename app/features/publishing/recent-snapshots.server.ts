/** Lessons that were compiled for their author lately: a preview, the check before publishing and publishing itself need the same one. */
import {
  compileLesson,
  type CompiledLesson,
  type CompileInput,
  type Snapshot,
} from "~/features/content/compile-lesson.server";
import { findSnapshot } from "~/features/content/snapshots.server";

const MOST_BYTES = 24_000_000;
const kept = new Map<string, { snapshot: Snapshot; bytes: number }>();
let keptBytes = 0;

/** @param unknown called before the compiler is, for a text that was not compiled before @throws LessonProblems */
export async function compileDraftLesson(
  input: Omit<CompileInput, "origin">,
  unknown: () => Promise<void> = async () => {},
): Promise<CompiledLesson> {
  const compiled = await compileLesson({ ...input, origin: "studio" }, async (hash) => {
    const found = kept.get(hash)?.snapshot ?? (await findSnapshot(hash));
    if (!found) await unknown();
    return found;
  });
  const { hash, segments, outline, text, checks } = compiled;
  keep({ hash, segments, outline, text, checks });
  return compiled;
}

function keep(snapshot: Snapshot): void {
  forget(snapshot.hash);
  const bytes = JSON.stringify(snapshot).length * 2;
  kept.set(snapshot.hash, { snapshot, bytes });
  keptBytes += bytes;
  for (const oldest of kept.keys()) {
    if (keptBytes <= MOST_BYTES) break;
    forget(oldest);
  }
}

function forget(hash: string): void {
  const found = kept.get(hash);
  if (!found) return;
  kept.delete(hash);
  keptBytes -= found.bytes;
}
