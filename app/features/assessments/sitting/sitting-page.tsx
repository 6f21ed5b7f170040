import { Form, useNavigate, useNavigation, useRevalidator, useSubmit } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState, type ChangeEvent, type FormEvent } from "react";
import { FormErrors } from "~/ui/form-errors";
import { Page } from "~/ui/page";
import { AttemptNavigator } from "./attempt-navigator";
import { flagName } from "./answer-form";
import type { AnswerConflict, SectionProgress, Sitting } from "./attempt-view";
import { placeAddress } from "./place-address";
import { SaveState } from "./save-state";
import { SittingSection } from "./sitting-section";
import { SubmitCheck } from "./submit-check";
import { TimeLeft } from "./time-left";
import { useAnswerQueue } from "./use-answer-queue";

const FORM = "answers";

interface SittingPageProps {
  sitting: Sitting;
  timeZone: string;
  /** Of a form sent without JavaScript that could not be saved as a whole. */
  refused:
    | {
        problems: Readonly<Record<number, string>>;
        conflicts: Readonly<Record<number, AnswerConflict>>;
        typed: Readonly<Record<string, string>>;
      }
    | undefined;
}

export function SittingPage({ sitting, timeZone, refused }: SittingPageProps) {
  const { attemptId, section } = sitting;
  const form = useRef<HTMLFormElement>(null);
  const leaving = useRef(false);
  const { revalidate } = useRevalidator();
  const { view, answer, sync, upload } = useAnswerQueue(attemptId, form, revalidate);
  const navigate = useNavigate();
  const submit = useSubmit();
  const busy = useNavigation().state !== "idle";
  const problems = { ...refused?.problems, ...view.problems };
  const conflicts = { ...refused?.conflicts, ...view.conflicts };
  const [flags, setFlags] = useState<Known>({});
  const sections = sitting.sections.map((each) => withKnown(each, view.answered, flags));
  const unanswered = new Set(sections.flatMap((each) => each.unanswered));
  const hasFiles = section?.questions.some(({ kind }) => kind === "file-response") ?? false;
  useHeadingFocus(section ? (section.questions[0]?.position ?? 0) : null);

  const timeUp = useCallback(() => {
    if (leaving.current) return;
    leaving.current = true;
    void sync().then((reached) => {
      if (reached) submit({ intent: "submit" }, { method: "post" });
      else leaving.current = false;
    });
  }, [sync, submit]);

  function changed(event: ChangeEvent<HTMLFormElement>) {
    const field = event.target as unknown as HTMLInputElement;
    const typing = field.type === "text" || field instanceof HTMLTextAreaElement;
    const position = field.closest<HTMLElement>("[data-position]")?.dataset.position;
    if (!position) return;
    if (field.name === flagName(Number(position))) setFlags({ ...flags, [position]: field.checked });
    answer(Number(position), typing);
  }

  /* Most is saved already. Asking the server first keeps this page, with its answers, when there is no connection. */
  function leave(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    void sync().then((saved) => {
      if (!saved) document.querySelector<HTMLElement>("[aria-invalid]")?.focus();
      else if (button?.name === "intent") submit(button);
      else if (button) navigate(placeAddress(attemptId, button.value));
      else submit(element);
    });
  }

  return (
    <Page title={sitting.title}>
      <div className="sticky top-12 z-10 -mx-4 -mt-4 flex flex-wrap items-center justify-between gap-x-6 border-b border-line bg-canvas px-4 py-2 sm:-mx-8 sm:px-8 lg:top-0 lg:-mx-10 lg:px-10">
        <TimeLeft
          deadlineAt={sitting.deadlineAt}
          timeZone={timeZone}
          left={view.clock?.left ?? sitting.deadlineAt.getTime() - sitting.serverNow.getTime()}
          readAt={view.clock?.readAt ?? null}
          warnMinutes={sitting.warnMinutes}
          onTimeUp={timeUp}
        />
        {sitting.book ? (
          <p className="text-sm text-muted">{sitting.book === "open" ? "Open book" : "Closed book"}</p>
        ) : null}
        <SaveState
          state={view.state}
          problems={view.problems}
          conflicts={view.conflicts}
          rejected={view.rejected}
          attemptId={attemptId}
        />
      </div>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_17rem]">
        <Form
          id={FORM}
          ref={form}
          method="post"
          noValidate
          encType={hasFiles ? "multipart/form-data" : undefined}
          onChange={changed}
          onSubmit={leave}
          className="grid min-w-0 content-start gap-6 [&_:is(input,select,button)]:scroll-mt-32"
        >
          <FormErrors
            errors={[
              ...Object.entries(refused?.problems ?? {}).map(
                ([position, message]) => `Question ${position}: ${message}`,
              ),
              ...Object.keys(refused?.conflicts ?? {}).map(
                (position) =>
                  `Question ${position} was answered in another window meanwhile: choose below which answer counts.`,
              ),
            ]}
            title="Not everything could be saved"
          />
          {section ? (
            <SittingSection
              key={`${section.questions[0]?.position}:${JSON.stringify(section.questions.map((question) => question.answer))}`}
              sitting={sitting}
              section={section}
              answered={(position) => !unanswered.has(position)}
              problems={problems}
              conflicts={conflicts}
              typed={refused?.typed}
              onAnswer={answer}
              onFile={upload}
            />
          ) : (
            <SubmitCheck sections={sections} page={sitting.page} busy={busy} />
          )}
        </Form>
        <div className="lg:sticky lg:top-16 lg:self-start print:hidden">
          <AttemptNavigator
            sections={sections}
            page={sitting.page}
            current={section?.index ?? null}
            shown={section?.questions.map((question) => question.position) ?? []}
            formId={FORM}
          />
        </div>
      </div>
    </Page>
  );
}

type Known = Readonly<Record<number, boolean>>;

/** What the server said when the page was made, with what was saved and flagged since. */
function withKnown(section: SectionProgress, answered: Known, flags: Known): SectionProgress {
  const open = new Set(section.unanswered);
  const flagged = new Set(section.flagged);
  return {
    ...section,
    unanswered: section.positions.filter((position) => !(answered[position] ?? !open.has(position))),
    flagged: section.positions.filter((position) => flags[position] ?? flagged.has(position)),
  };
}

/** Someone who reads by ear is taken to the new section; on the first page the browser's own start is right. */
function useHeadingFocus(place: number | null): void {
  const before = useRef(place);
  useEffect(() => {
    if (before.current === place) return;
    before.current = place;
    document.getElementById("section-heading")?.focus();
  }, [place]);
}
