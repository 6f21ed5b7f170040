import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { CheckboxField, TextArea } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { Section } from "~/ui/page";
import { useSchemaForm } from "~/ui/schema-form";
import { acknowledgeForm, disputeForm } from "./sign-off-forms";
import { DECLARATIONS } from "./sign-off-rules";

interface Props {
  lastResult: SubmissionResult<string[]> | undefined;
}

/** What the person can say to it. */
export function AnswerForms({ lastResult }: Props) {
  const [agree, agreeFields] = useSchemaForm(acknowledgeForm, { id: "acknowledge", lastResult });
  const [dispute, disputeFields] = useSchemaForm(disputeForm, { id: "dispute", lastResult });
  return (
    <>
      <Section
        title="Is this right?"
        description="It counts once you have acknowledged it. It cannot be changed after that."
      >
        <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(agree)}>
          <FormErrors form={agree} title="Nothing was acknowledged yet" />
          <input type="hidden" name="form" value="acknowledge" />
          <CheckboxField label={DECLARATIONS.person} field={agreeFields.declared} />
          <Button size="large">Acknowledge</Button>
        </Form>
      </Section>
      <Section
        title="Something is not right"
        description="Then it does not count, and your manager reads why. Nothing is lost: both stay on record, and another one can follow."
      >
        <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(dispute)}>
          <FormErrors form={dispute} title="Nothing was sent yet" />
          <input type="hidden" name="form" value="dispute" />
          <TextArea label="What is not right?" rows={3} field={disputeFields.reason} />
          <Button variant="secondary" size="large">
            I do not agree
          </Button>
        </Form>
      </Section>
    </>
  );
}
