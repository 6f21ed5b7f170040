/** Saves what has been filled in so far, criterion by criterion. Nobody's entry is overwritten without their knowing. */
import { storeResponseFile } from "~/features/assessments/sitting/store-response-file.server";
import type { ResponseFile } from "~/features/assessments/questions/question";
import type { Actor } from "~/features/people/actor";
import { now } from "~/platform/clock.server";
import { transaction, type Tx } from "~/platform/db/client.server";
import { Conflict, Invalid, NotFound, TooMany } from "~/platform/errors";
import type { Criterion } from "./checklist-definition";
import { findSignOff, marksOf, type SavedMark } from "./find-sign-off.server";
import { EVIDENCE_FILES, partName, readMark, typedMark, type MarkValues, type TypedMark } from "./mark-form";
import { markInWords, openBecause } from "./mark-words";
import { requireObserver } from "./sign-off-policy.server";
import { resultOf, type CriterionResult } from "./sign-off-rules";

export interface SavedState {
  readonly version: number;
  readonly result: CriterionResult;
  readonly savedByName: string;
  readonly savedAt: string;
  readonly file: ResponseFile | null;
  /** Why it is still open although something was measured. */
  readonly because: string | null;
}

export interface RefusedMark {
  readonly message: string;
  /** What it is about. Nothing of the criterion is saved either way. */
  readonly part: "entry" | "file";
  /** The version of somebody else's that can be replaced. */
  readonly theirs: number | null;
  readonly typed: TypedMark;
  /** The name of a file that came with an entry which is refused, and was not kept either. */
  readonly fileLost: string | null;
}

export interface SaveOutcome {
  /** How every criterion stands now. */
  readonly saved: Readonly<Record<string, SavedState>>;
  readonly refused: Readonly<Record<string, RefusedMark>>;
}

interface Entry {
  readonly criterion: Criterion;
  readonly typed: TypedMark;
  readonly values: MarkValues;
  /** Undefined: as it is. */
  readonly file: ResponseFile | null | undefined;
}

/** @throws NotFound when it is not the actor's to fill in; Conflict when it is no draft any more */
export async function saveMarks(
  actor: Actor,
  { signOffId, form }: { readonly signOffId: string; readonly form: FormData },
): Promise<SaveOutcome> {
  requireObserver(actor);
  const { definition, observes, state } = await findSignOff(actor, signOffId);
  if (!observes) throw new NotFound("sign-off");
  if (state !== "draft") throw closed();
  const refused: Record<string, RefusedMark> = {};
  const entries: Entry[] = [];
  for (const criterion of definition.criteria) {
    const typed = typedMark(form, criterion);
    if (!typed) continue;
    const values = readMark(criterion, typed);
    const refuse = (message: string, part: RefusedMark["part"], fileLost: string | null) =>
      (refused[criterion.id] = { message, part, theirs: null, typed, fileLost });
    if (typeof values === "string") {
      refuse(values, "entry", sent(form, criterion));
      continue;
    }
    const file = await fileOf(actor, form, criterion, typed);
    if (typeof file === "string") refuse(file, "file", null);
    else entries.push({ criterion, typed, values, file });
  }
  const marks = await transaction(async (tx) => {
    const before = await findSignOff(actor, signOffId, tx);
    if (!before.observes) throw new NotFound("sign-off");
    const { count } = await tx.signOff.updateMany({
      where: { id: signOffId, state: "draft" },
      data: { state: "draft" },
    });
    if (count !== 1) throw closed();
    /* Now that the row is locked, nobody else writes marks until this is done. */
    const there = await marksOf(signOffId, tx);
    let changes = 0;
    for (const entry of entries) {
      const saved = there.get(entry.criterion.id);
      if (!isChanged(entry, saved)) continue;
      const theirs = overwritten(entry.typed, saved);
      if (theirs)
        refused[entry.criterion.id] = {
          message: `${theirs.savedByName} saved meanwhile: ${markInWords(entry.criterion, theirs)}. What you entered is not saved.`,
          part: "entry",
          theirs: theirs.version,
          typed: entry.typed,
          fileLost: sent(form, entry.criterion),
        };
      else {
        await write(tx, actor, signOffId, entry, saved);
        changes++;
      }
    }
    if (changes === 0) return there;
    await tx.signOff.updateMany({ where: { id: signOffId }, data: { edits: { increment: changes } } });
    return marksOf(signOffId, tx);
  });
  const saved = definition.criteria.flatMap((criterion) => {
    const mark = marks.get(criterion.id);
    return mark ? [[criterion.id, savedState(criterion, mark)] as const] : [];
  });
  return { saved: Object.fromEntries(saved), refused };
}

export function savedState(criterion: Criterion, mark: SavedMark): SavedState {
  const { version, savedByName, savedAt, file } = mark;
  return {
    version,
    savedByName,
    savedAt: savedAt.toISOString(),
    file,
    result: resultOf(criterion, mark),
    because: openBecause(criterion, mark),
  };
}

/** The name of the file that the form brings for it. */
function sent(form: FormData, { id }: Criterion): string | null {
  const file = form.get(partName("file", id));
  return file instanceof File && file.name !== "" ? file.name : null;
}

/** In words why the file is not taken; undefined where the form says nothing about one. */
async function fileOf(
  actor: Actor,
  form: FormData,
  { id }: Criterion,
  { remove }: TypedMark,
): Promise<ResponseFile | null | undefined | string> {
  const file = form.get(partName("file", id));
  if (!(file instanceof File) || file.name === "") return remove ? null : undefined;
  if (file.size === 0) return `“${file.name}” is empty. Choose another file.`;
  try {
    return await storeResponseFile(actor, file, EVIDENCE_FILES);
  } catch (error) {
    if (error instanceof Invalid || error instanceof TooMany) return error.message;
    throw error;
  }
}

function isChanged({ values, file }: Entry, saved: SavedMark | undefined): boolean {
  return (
    values.outcome !== (saved?.outcome ?? null) ||
    values.measured !== (saved?.measured ?? null) ||
    values.sample !== (saved?.sample ?? null) ||
    values.note !== (saved?.note ?? "") ||
    (file !== undefined && file?.hash !== saved?.file?.hash)
  );
}

/** What somebody has saved since the form was made, unless the form says that it is to be replaced. */
function overwritten({ version, replace }: TypedMark, saved: SavedMark | undefined): SavedMark | null {
  return saved && saved.version !== version && saved.version !== replace ? saved : null;
}

async function write(
  tx: Tx,
  actor: Actor,
  signOffId: string,
  { criterion: { id: criterionId }, values, file }: Entry,
  saved: SavedMark | undefined,
): Promise<void> {
  const kept = file === undefined ? (saved?.file ?? null) : file;
  const mark = {
    ...values,
    file: kept === null ? null : JSON.stringify(kept),
    savedById: actor.personId,
    savedAt: now(),
  };
  if (!saved) {
    await tx.signOffMark.create({
      data: { signOffId, criterionId, version: 1, ...mark },
      select: { version: true },
    });
    return;
  }
  await tx.signOffMark.updateMany({
    where: { signOffId, criterionId, version: saved.version },
    data: { ...mark, version: { increment: 1 } },
  });
}

function closed(): Conflict {
  return new Conflict(
    "sign-off-closed",
    "It has been signed or withdrawn meanwhile, so that nothing more can be entered.",
  );
}
