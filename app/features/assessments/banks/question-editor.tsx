import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "~/ui/button";
import { SelectField } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { UnsavedGuard } from "~/ui/unsaved-guard";
import { EnterSaves, field, Line, Lines, problemSummary, type TypedForm } from "../authoring/typed-fields";
import { one } from "../authoring/typed-form";
import { DIFFICULTIES, type QuestionKind } from "../questions/question";
import { AreaDrawing, type BankPicture } from "./area-drawing";
import { CreditField, KindFields } from "./kind-fields";
import type { EditorState } from "./question-action.server";
import { rowsOfKind } from "./question-form";
import { QuestionRowsField } from "./question-rows";

interface QuestionEditorProps {
  bank: string;
  kind: QuestionKind;
  isNew: boolean;
  /** Of the question as it is stored; null while it is new. */
  number: number | null;
  figures: readonly BankPicture[];
  state: EditorState;
  /** Sent, and not saved: looked at, or refused. */
  refused: boolean;
}

const difficulties = DIFFICULTIES.map((value) => ({
  value,
  label: value[0]!.toUpperCase() + value.slice(1),
}));
const MORE = ["clause", "topic", "tags", "difficulty", "points", "scenario.id", "scenario.text"];

/** One form for all kinds of questions. Works without JavaScript: every button sends what was typed. */
export function QuestionEditor({ bank, kind, isNew, number, figures, state, refused }: QuestionEditorProps) {
  const form: TypedForm = { id: "question", typed: state.typed, problems: state.problems };
  const sending = useNavigation().state === "submitting";
  return (
    <Form method="post" preventScrollReset className="grid max-w-[52rem] gap-7">
      <EnterSaves />
      <UnsavedGuard refused={refused} />
      <FormErrors form={problemSummary(form, state.errors)} />
      <input type="hidden" name="form" value="question" />
      {number === null ? null : <input type="hidden" name="number" value={number} />}
      <Lines
        form={form}
        name="prompt"
        rows={4}
        label="Question"
        hint="In Markdown: paragraphs, lists, emphasis, code, tables and links."
      />
      <KindFields form={form} kind={kind} bank={bank} figures={figures.map(({ name }) => name)} />
      {rowsOfKind[kind].map((group) => (
        <QuestionRowsField key={group.name} form={form} group={group} />
      ))}
      {kind === "hotspot" && figures.length > 0 ? (
        <AreaDrawing pictures={figures} typed={form.typed} />
      ) : null}
      <CreditField form={form} kind={kind} />
      <Lines
        form={form}
        name="explanation"
        rows={3}
        label="Explanation"
        hint="Shown with the result: why the right answer is right."
      />
      <details className="group" open={MORE.some((name) => one(form.typed, name) || form.problems[name])}>
        <summary className="min-h-6 cursor-pointer text-sm font-medium text-accent">
          Where it belongs, what it is worth, and its case
        </summary>
        <div className="mt-4 grid gap-5">
          <div className="grid items-end gap-5 sm:grid-cols-3">
            <Line form={form} name="clause" label="Clause" hint="Such as iso-9001:2015/7.2." />
            <Line form={form} name="topic" label="Topic" hint="Such as order-desk." />
            <Line form={form} name="tags" label="Tags" hint="Parted by commas." />
          </div>
          <div className="grid items-end gap-5 sm:grid-cols-3">
            <SelectField
              {...field(form, "difficulty")}
              label="Difficulty"
              placeholder="Not said"
              options={difficulties}
            />
            <Line
              form={form}
              name="points"
              label="Points"
              hint="1 where nothing is said."
              inputMode="numeric"
            />
            {isNew ? (
              <Line form={form} name="id" label="Id" hint="Left empty, it is made from the question." />
            ) : null}
          </div>
          <Line
            form={form}
            name="scenario.id"
            label="Case"
            hint="Questions with the same case are drawn and shown together, under its text. Give each the same name and text."
            className="max-w-[28rem]"
          />
          <Lines form={form} name="scenario.text" rows={4} label="The case in words" />
        </div>
      </details>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="save" disabled={sending}>
          {isNew ? "Add the question" : "Save as a new version"}
        </Button>
        <Button name="intent" value="preview" variant="secondary">
          Preview
        </Button>
        <ButtonLink to={`/test-office/banks/${bank}`} variant="quiet">
          Back to the bank
        </ButtonLink>
      </div>
    </Form>
  );
}
