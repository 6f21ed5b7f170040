import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { certifiedSearch, type CertifiedQuestion } from "./certified-question";

interface CertifiedFormProps {
  question: Omit<CertifiedQuestion, "asOf">;
  certification: string | null;
  certifications: readonly { readonly id: string; readonly title: string }[];
}

export function CertifiedForm({ question, certification, certifications }: CertifiedFormProps) {
  const { on, known, view, errors } = question;
  return (
    <Form
      method="get"
      /* A new key takes up what another address says: a field keeps its own value otherwise. */
      key={certifiedSearch({ certification, view, on, known })}
      className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)_auto] print:hidden"
    >
      <SelectField
        name="certification"
        label="Certification"
        options={certifications.map(({ id, title }) => ({ value: id, label: title }))}
        defaultValue={certification ?? undefined}
        errors={errors.certification}
      />
      <TextField type="date" name="on" label="Certified on" defaultValue={on} errors={errors.on} />
      <TextField type="date" name="known" label="As known on" defaultValue={known} errors={errors.known} />
      {view === "missing" ? <input type="hidden" name="view" value="missing" /> : null}
      <Button className="self-end">Show</Button>
    </Form>
  );
}
