import { Form } from "@remix-run/react";
import { useRef, type ReactNode } from "react";
import type { LessonProblem } from "~/features/content/lesson-problems";
import type { AssetRef, Segment } from "~/features/content/lesson";
import { Button } from "~/ui/button";
import { TextArea, TextField } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { BlockReference } from "./block-reference";
import { ConflictNotice } from "./conflict-notice";
import { FilePicker } from "./file-picker";
import { forgetText } from "./kept-text";
import { LessonPreviewPane } from "./lesson-preview-pane";
import type { EditorAnswer } from "./lesson-action.server";
import type { TypedLesson } from "./lesson-form";
import type { LessonPreview } from "./preview-lesson.server";
import { ProblemList } from "./problem-list";
import { SaveStateLine } from "./save-state";
import { SourceField } from "./source-field";
import { insertSnippet, selectLine } from "./text-field-editing";
import { fillForm, useKeptText } from "./use-kept-text";
import { useLeaveGuard } from "./use-leave-guard";
import { useLessonSaving, type SaveState } from "./use-lesson-saving";
import { useLivePreview } from "./use-live-preview";

interface LessonEditorProps {
  draftId: string;
  lesson: TypedLesson & { slug: string; updatedAt: Date | string };
  files: readonly AssetRef[];
  preview: LessonPreview;
  /** What a form was answered with where there was no script. */
  answer: EditorAnswer | undefined;
  timeZone: string;
  /** The reader's view of a lesson, which a later feature provides. */
  renderLesson: (segments: readonly Segment[]) => ReactNode;
}

export function LessonEditor({
  draftId,
  lesson,
  files,
  preview,
  answer,
  timeZone,
  renderLesson,
}: LessonEditorProps) {
  const place = `/studio/${draftId}/lessons/${lesson.slug}`;
  const live = `${place}/live`;
  const shown = answer?.typed ?? lesson;
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const initial = { version: shown.version, state: stateAtFirst(lesson, answer) };
  const { state, changed, saveNow, keepMine } = useLessonSaving(form, { address: live, place, initial });
  const first = { preview: answer?.preview ?? preview, source: shown.source, title: shown.title };
  const { shown: seen, changed: changedText, refresh } = useLivePreview(form, live, first);
  const { kept, settle } = useKeptText(place, shown);
  useLeaveGuard(state.kind !== "saved", saveNow);

  const onChange = () => {
    changed();
    changedText();
  };
  const restore = () => {
    if (form.current && kept) fillForm(form.current, kept);
    settle();
    onChange();
  };
  const discard = () => {
    forgetText(place);
    settle();
  };
  const select = (problem: LessonProblem) => field.current && selectLine(field.current, problem.line);

  return (
    <div className="grid gap-x-8 gap-y-8 xl:grid-cols-2">
      <Form
        ref={form}
        method="post"
        action={place}
        className="grid min-w-0 content-start gap-5"
        onInput={onChange}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as SubmitEvent;
          void (submitter instanceof HTMLButtonElement && submitter.value === "preview"
            ? refresh()
            : saveNow());
        }}
      >
        {kept ? (
          <Notice
            kind="warning"
            title="There is text here that was not saved"
            action={
              <div className="flex gap-2">
                <Button type="button" size="small" onClick={restore}>
                  Bring it back
                </Button>
                <Button type="button" size="small" variant="secondary" onClick={discard}>
                  Discard it
                </Button>
              </div>
            }
          >
            You typed it at {kept.keptAt} in this tab, and it did not reach the server.
          </Notice>
        ) : null}
        {state.kind === "conflict" ? (
          <div id="two-versions" tabIndex={-1} className="scroll-mt-20">
            <ConflictNotice
              message={state.message}
              theirs={state.theirs}
              mine={state.mine}
              timeZone={timeZone}
              place={place}
              onKeepMine={() => void keepMine(state.theirs.version)}
              onTakeTheirs={() => forgetText(place)}
            />
          </div>
        ) : null}
        {answer?.message && !answer.theirs && state.kind !== "saved" ? (
          <Notice kind="danger" title="This was not saved">
            {answer.message}
          </Notice>
        ) : null}
        <input type="hidden" name="version" value={shown.version} />
        <TextField
          label="Title"
          name="title"
          defaultValue={shown.title}
          errors={answer?.fields.title}
          autoComplete="off"
        />
        <div className="grid gap-5 sm:grid-cols-[minmax(0,1fr)_9rem]">
          <TextArea
            label="Summary"
            hint="One sentence: what the lesson is about."
            name="summary"
            rows={2}
            defaultValue={shown.summary}
            errors={answer?.fields.summary}
          />
          <TextField
            label="Minutes"
            hint={seen.preview?.minutes ? `About ${seen.preview.minutes} by its words.` : "To read it."}
            name="minutes"
            type="number"
            min={1}
            max={240}
            defaultValue={shown.minutes || undefined}
            errors={answer?.fields.minutes}
          />
        </div>
        <SourceField field={field} defaultValue={shown.source} errors={answer?.fields.source ?? []} />
        <ProblemList
          problems={seen.preview?.problems ?? []}
          source={seen.source}
          anchor="#source"
          onSelect={select}
        />
        <div className="sticky bottom-0 z-10 -mx-1 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-canvas px-1 py-3">
          <Button name="form" value="save">
            Save
          </Button>
          <Button name="form" value="preview" variant="secondary">
            Preview
          </Button>
          <div className="min-w-40 flex-1">
            <SaveStateLine state={state} timeZone={timeZone} />
          </div>
        </div>
        <noscript>
          <p className="text-sm text-muted">
            Your text is saved when you press Save, and only then. Should your session end before, what you
            typed since is lost, so save from time to time.
          </p>
        </noscript>
        <FilePicker
          draftId={draftId}
          files={files}
          onInsert={(snippet) => field.current && insertSnippet(field.current, snippet)}
        />
        <BlockReference />
      </Form>
      <LessonPreviewPane seen={seen} renderLesson={renderLesson} />
    </div>
  );
}

function stateAtFirst(lesson: LessonEditorProps["lesson"], answer: EditorAnswer | undefined): SaveState {
  const at = typeof lesson.updatedAt === "string" ? lesson.updatedAt : lesson.updatedAt.toISOString();
  if (!answer) return { kind: "saved", at };
  if (answer.theirs)
    return {
      kind: "conflict",
      message: answer.message ?? "",
      theirs: answer.theirs,
      mine: answer.typed.source,
    };
  return answer.message ? { kind: "failed", message: answer.message, retry: false } : { kind: "unsaved" };
}
