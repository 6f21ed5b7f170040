import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/field";
import type { QuestionBody, QuestionKey } from "../questions/question";
import { takesNewKey } from "./new-key";
import { NewKeyFields } from "./new-key-fields";
import { TREATMENTS, type RegradeChoice } from "./treatment-choice";
import { treatmentWords } from "./treatment-words";

interface RegradeFormProps {
  versionId: string;
  body: QuestionBody;
  current: QuestionKey;
  choice: RegradeChoice | null;
  errors: Readonly<Record<string, readonly string[]>>;
  lang: string;
}

/** The first step. Nothing is changed by it: the choice goes into the address of the preview. */
export function RegradeForm({ versionId, body, current, choice, errors, lang }: RegradeFormProps) {
  const kinds = TREATMENTS.filter((kind) => kind !== "new-key" || takesNewKey(body));
  return (
    <Form method="get" noValidate className="grid max-w-[44rem] gap-6">
      <input type="hidden" name="version" value={versionId} />
      <input type="hidden" name="preview" value="1" />
      <RadioGroup
        label="What is to be done with it?"
        name="treatment"
        required
        errors={errors.treatment}
        defaultValue={choice?.treatment}
        options={kinds.map((kind) => ({
          value: kind,
          label: treatmentWords[kind].name,
          hint: treatmentWords[kind].means,
        }))}
      />
      {takesNewKey(body) ? (
        <div className="grid gap-3 border-l-2 border-line pl-4">
          <p className="text-sm text-muted">Where another answer is right, say which:</p>
          <NewKeyFields
            body={body}
            current={current}
            typed={choice?.newKey ?? null}
            errors={errors}
            lang={lang}
          />
        </div>
      ) : null}
      <div className="grid gap-1.5">
        <Button>See what it would change</Button>
        <p className="text-sm text-muted">Nothing is changed yet.</p>
      </div>
    </Form>
  );
}
