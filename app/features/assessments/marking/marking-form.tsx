import type { SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { CheckboxField, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { UnsavedGuard } from "~/ui/unsaved-guard";
import type { MarkingPage } from "./find-marking.server";
import { MarkQuestion } from "./mark-question";
import { RunningTotal } from "./running-total";
import { markValues, type MarkValues } from "./mark-values";

export const FORM_ID = "marking";

interface Props {
  marking: MarkingPage;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** As they stand on the page, which the names of criteria do not say. */
function inOrder({ questions }: MarkingPage, errorsOf: MarkValues["errorsOf"]) {
  const names = questions.flatMap(({ position, criteria }) => [
    `points.${position}`,
    ...criteria.map(({ id }) => `points.${position}.${id}`),
    `comment.${position}`,
  ]);
  return Object.fromEntries(["", "number", ...names, "reason"].map((name) => [name, errorsOf(name)]));
}

/** All questions of one marking. What was typed is kept when something is missing. */
export function MarkingForm({ marking, lastResult }: Props) {
  const { valueOf, errorsOf } = markValues(lastResult);
  const summary = { id: FORM_ID, errorId: `${FORM_ID}-error`, allErrors: inOrder(marking, errorsOf) };
  return (
    <Form
      method="post"
      id={FORM_ID}
      noValidate
      className="grid gap-10 [&_:is(input,textarea,summary,a)]:scroll-mb-28"
    >
      <UnsavedGuard refused={lastResult !== undefined} />
      <FormErrors form={summary} title="These marks were not saved yet" />
      {/* As the server has it now: after a conflict was shown, saving again is a decision. */}
      <input type="hidden" name="number" value={marking.number} />
      {marking.questions.map((question) => (
        <MarkQuestion
          key={question.position}
          attemptId={marking.attemptId}
          language={marking.language}
          question={question}
          valueOf={valueOf}
          errorsOf={errorsOf}
        />
      ))}
      {marking.maySecond ? (
        <fieldset className="grid max-w-[40rem] gap-3 border-t border-line pt-5">
          <legend className="sr-only">Marking by somebody else</legend>
          <CheckboxField
            id={`${FORM_ID}-again`}
            name="again"
            value="yes"
            label="Somebody else should mark it as well"
            hint="When it is a close call, or you may have recognised who wrote it. They do not see your marks."
            defaultChecked={valueOf("again") === "yes"}
          />
          <TextArea
            id={`${FORM_ID}-reason`}
            name="reason"
            label="Why, if so"
            rows={2}
            defaultValue={valueOf("reason")}
            errors={errorsOf("reason")}
          />
        </fieldset>
      ) : null}
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line bg-canvas py-3 print:hidden">
        <Button>Save the marks</Button>
        <RunningTotal formId={FORM_ID} questions={marking.questions} />
      </div>
    </Form>
  );
}
