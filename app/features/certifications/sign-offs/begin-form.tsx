import { getFormProps, type SubmissionResult } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/field";
import { FormErrors } from "~/ui/form-errors";
import { useSchemaForm } from "~/ui/schema-form";
import type { ChecklistChoice } from "./begin-page.server";
import { beginForm } from "./sign-off-forms";

interface Props {
  checklists: readonly ChecklistChoice[];
  asked: string | null;
  lastResult: SubmissionResult<string[]> | undefined;
}

/** By which checklist: the second step of beginning. */
export function BeginForm({ checklists, asked, lastResult }: Props) {
  const free = checklists.filter(({ openId }) => openId === null);
  const chosen = free.find(({ id }) => id === asked);
  const [form, fields] = useSchemaForm(beginForm, {
    id: "begin",
    lastResult,
    ...(chosen ? { defaultValue: { checklistId: chosen.id } } : {}),
  });
  return (
    <div className="grid gap-6">
      {checklists.some(({ openId }) => openId !== null) ? (
        <ul className="grid gap-2">
          {checklists.map(({ id, title, openId, signed }) =>
            openId === null ? null : (
              <li key={id}>
                {title} {signed ? "is signed and waits for the person to acknowledge it." : "is under way."}{" "}
                <Link to={`/sign-offs/${openId}`} className="link">
                  {signed ? "Look at it" : "Go on with it"}
                </Link>
              </li>
            ),
          )}
        </ul>
      ) : null}
      {free.length > 0 ? (
        <Form method="post" className="grid max-w-[40rem] gap-5" {...getFormProps(form)}>
          <FormErrors form={form} title="Nothing was begun yet" />
          <RadioGroup
            label="Checklist"
            field={fields.checklistId}
            options={free.map(({ id, title, summary, criteria, suits }) => ({
              value: id,
              label: title,
              hint: `${summary} ${criteria} points.${suits ? "" : " Not for an accountability of their job role."}`,
            }))}
          />
          <Button size="large">Begin</Button>
        </Form>
      ) : null}
    </div>
  );
}
