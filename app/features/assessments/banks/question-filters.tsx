import { Form, Link } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { DIFFICULTIES, QUESTION_KINDS } from "../questions/question";
import type { QuestionFilter } from "./question-filter";
import { kindNames } from "./question-form";

const kinds = QUESTION_KINDS.map((value) => ({ value, label: kindNames[value] }));
const difficulties = DIFFICULTIES.map((value) => ({
  value,
  label: value[0]!.toUpperCase() + value.slice(1),
}));
const states = [
  { value: "in-use", label: "In use" },
  { value: "withdrawn", label: "Withdrawn" },
  { value: "all", label: "All" },
];

export function QuestionFilters({ bank, filter }: { bank: string; filter: QuestionFilter }) {
  return (
    <Form
      method="get"
      role="search"
      aria-label="Questions"
      key={JSON.stringify(filter)}
      className="grid grid-cols-[repeat(auto-fit,minmax(10rem,1fr))] items-end gap-3"
    >
      <TextField
        label="Text"
        type="search"
        name="text"
        placeholder="Words of the question"
        defaultValue={filter.text}
      />
      <SelectField
        label="Kind"
        name="kind"
        placeholder="All kinds"
        defaultValue={filter.kind}
        options={kinds}
      />
      <TextField label="Topic, tag or clause" name="topic" defaultValue={filter.topic} />
      <SelectField
        label="Difficulty"
        name="difficulty"
        placeholder="Any"
        defaultValue={filter.difficulty}
        options={difficulties}
      />
      <SelectField label="State" name="state" defaultValue={filter.state} options={states} />
      <div className="flex items-center gap-3">
        <Button variant="secondary">Show</Button>
        <Link to={`/test-office/banks/${bank}`} className="link text-sm">
          Clear
        </Link>
      </div>
    </Form>
  );
}
