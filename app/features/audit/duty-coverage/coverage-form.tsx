import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { TextField } from "~/ui/field";
import { coverageSearch, type CoverageQuestion } from "./coverage-question";

export function CoverageForm({
  question,
}: {
  question: Pick<CoverageQuestion, "place" | "on" | "known" | "jobRole" | "errors">;
}) {
  const { place, on, known, jobRole, errors } = question;
  return (
    <Form
      method="get"
      /* A new key takes up what another address says: a field keeps its own value otherwise. */
      key={coverageSearch({ place, on, known, jobRole })}
      className="grid items-start gap-x-4 gap-y-3 sm:grid-cols-[minmax(0,14rem)_minmax(0,14rem)_auto] sm:justify-start print:hidden"
    >
      {place ? <input type="hidden" name={place.kind} value={place.id} /> : null}
      {jobRole ? <input type="hidden" name="role" value={jobRole} /> : null}
      <TextField type="date" name="on" label="As of" defaultValue={on} errors={errors.on} />
      <TextField type="date" name="known" label="As known on" defaultValue={known} errors={errors.known} />
      <Button className="self-end">Show</Button>
    </Form>
  );
}
