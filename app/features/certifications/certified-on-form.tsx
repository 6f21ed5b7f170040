import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";

interface CertifiedOnFormProps {
  certifications: readonly { id: string; title: string }[];
  today: string;
}

/** Asks the audit pages who held a certification on a day. */
export function CertifiedOnForm({ certifications, today }: CertifiedOnFormProps) {
  return (
    <Form method="get" action="/audit" className="flex flex-wrap items-end gap-4">
      <SelectField
        label="Certification"
        name="certification"
        options={certifications.map(({ id, title }) => ({ value: id, label: title }))}
        className="w-full max-w-xs"
      />
      <TextField label="On" name="on" type="date" defaultValue={today} />
      <Button variant="secondary">Show</Button>
    </Form>
  );
}
