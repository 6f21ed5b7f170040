import { CheckboxGroup } from "~/ui/field";
import { DIFFICULTIES } from "../questions/question";
import { sectionRows } from "./test-settings";
import type { BankChoice } from "./test-queries.server";
import { rowCount } from "./typed-form";
import { boxes, Line, Rows, type TypedForm } from "./typed-fields";

const difficulties = DIFFICULTIES.map((value) => ({
  value,
  label: value[0]!.toUpperCase() + value.slice(1),
}));

interface SectionRowsProps {
  form: TypedForm;
  banks: readonly BankChoice[];
  /** How many questions each section can draw from as it is saved. */
  available: readonly number[];
}

/** The sections of a test: from which banks, on what, and how many questions. */
export function SectionRows({ form, banks, available }: SectionRowsProps) {
  const { name, most } = sectionRows;
  return (
    <Rows
      form={form}
      name={name}
      most={most}
      title="Sections"
      hint="Each draws its own questions. One without a title, a number and choices is left out."
      add="Add a section"
      count={rowCount(form.typed, sectionRows)}
      row={(index) => (
        <div className="grid w-full gap-4 pb-2">
          <div className="grid items-end gap-4 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
            <Line form={form} name={`sections.${index}.title`} label={`Title of section ${index + 1}`} />
            <Line
              form={form}
              name={`sections.${index}.draw`}
              label="Draws"
              inputMode="numeric"
              hint={available[index] === undefined ? undefined : `From ${available[index]} as saved.`}
            />
            <Line
              form={form}
              name={`sections.${index}.passMark`}
              label="Pass mark, %"
              inputMode="decimal"
              hint="Optional."
            />
          </div>
          <CheckboxGroup
            {...boxes(form, `sections.${index}.banks`)}
            label="Banks"
            inline
            hint={banks.length === 0 ? "There is no bank yet. Create one first." : undefined}
            options={banks.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <div className="grid items-end gap-4 sm:grid-cols-2">
            <Line
              form={form}
              name={`sections.${index}.clauses`}
              label="Clauses"
              hint="Such as 7.2, 8: with all below them. Empty means any."
            />
            <Line
              form={form}
              name={`sections.${index}.topics`}
              label="Topics or tags"
              hint="Parted by commas. Empty means any."
            />
          </div>
          <CheckboxGroup
            {...boxes(form, `sections.${index}.difficulty`)}
            label="Difficulty"
            inline
            hint="None chosen means any."
            options={difficulties}
          />
        </div>
      )}
    />
  );
}
