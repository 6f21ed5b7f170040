import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { SelectField, TextField } from "~/ui/field";
import { filterLabels } from "./filter-chips";
import type { FilterChoice, FilterChoices } from "./filter-choices";
import {
  recordSearch,
  type FilterErrors,
  type FilterName,
  type RecordFilters,
  type RecordOrder,
} from "./record-filters";
import { kindWords, outcomeWords } from "./record-words";

interface RecordFilterFormProps {
  filters: RecordFilters;
  order: RecordOrder;
  errors: FilterErrors;
  choices: FilterChoices;
}

const rare: readonly FilterName[] = [
  "course",
  "team",
  "region",
  "role",
  "standard",
  "clause",
  "kind",
  "outcome",
];

/** A GET form: the answer has an address that can be kept, and it works without JavaScript. */
export function RecordFilterForm({ filters, order, errors, choices }: RecordFilterFormProps) {
  const select = (name: FilterName, options: readonly FilterChoice[], any: string) => (
    <SelectField
      name={name}
      label={filterLabels[name]}
      options={withUnknown(options, filters[name])}
      placeholder={any}
      defaultValue={filters[name]}
      errors={errors[name]}
    />
  );
  return (
    /* A new key takes up what another address says: a field keeps its own value otherwise. */
    <Form
      method="get"
      key={recordSearch({ filters, order })}
      className="grid gap-4 print:hidden"
      role="search"
    >
      <div className="grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-[2fr_2fr_1fr_1fr]">
        <TextField
          type="search"
          name="person"
          label="Person"
          placeholder="Name, e-mail or employee number"
          defaultValue={filters.person}
          errors={errors.person}
          maxLength={120}
        />
        {select("certification", choices.certification, "Any certification")}
        <TextField
          type="date"
          name="from"
          label="From"
          defaultValue={errors.from ? undefined : filters.from}
          errors={errors.from}
        />
        <TextField
          type="date"
          name="to"
          label="To"
          defaultValue={errors.to ? undefined : filters.to}
          errors={errors.to}
        />
      </div>
      <details open={rare.some((name) => filters[name])}>
        <summary className="inline-flex min-h-7 items-center text-sm font-medium text-accent">
          More filters
        </summary>
        <div className="mt-3 grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          {select("kind", choicesOf(kindWords), "Anything")}
          {select("outcome", choicesOf(outcomeWords), "Any outcome")}
          {select("course", choices.course, "Any course")}
          {select("test", choices.test, "Any test")}
          {select("role", choices.role, "Any job role")}
          {select("region", choices.region, "Any region")}
          {select("team", choices.team, "Any team")}
          {select("standard", choices.standard, "Any standard")}
          <ClauseField choices={choices} value={filters.clause} errors={errors.clause} />
        </div>
      </details>
      <div className="flex flex-wrap items-center gap-3">
        {order === "oldest" ? <input type="hidden" name="sort" value="oldest" /> : null}
        <Button>Show records</Button>
      </div>
    </Form>
  );
}

interface ClauseFieldProps {
  choices: FilterChoices;
  value: string | undefined;
  errors: readonly string[] | undefined;
}

function ClauseField({ choices, value, errors }: ClauseFieldProps) {
  const known = choices.clause.some((clause) => clause.value === value);
  return (
    <SelectField name="clause" label="Clause" placeholder="Any clause" defaultValue={value} errors={errors}>
      {value && !known ? <option value={value}>{value}</option> : null}
      {choices.standard.map((standard) => (
        <optgroup key={standard.value} label={standard.label}>
          {choices.clause
            .filter((clause) => clause.value.startsWith(`${standard.value}/`))
            .map((clause) => (
              <option key={clause.value} value={clause.value}>
                {clause.label}
              </option>
            ))}
        </optgroup>
      ))}
    </SelectField>
  );
}

function choicesOf(words: Readonly<Record<string, string>>): FilterChoice[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

/** A filter from an old address stays what it was, instead of silently turning into "any". */
function withUnknown(options: readonly FilterChoice[], value: string | undefined): readonly FilterChoice[] {
  return !value || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: value }];
}
