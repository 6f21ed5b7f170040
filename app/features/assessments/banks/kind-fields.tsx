import { Link } from "@remix-run/react";
import { CheckboxGroup, RadioGroup, SelectField } from "~/ui/field";
import { boxes, field, Line, Lines, Tick, type TypedForm } from "../authoring/typed-fields";
import { NumberField } from "../questions/number-field";
import type { QuestionKind } from "../questions/question";
import { RESPONSE_TYPES } from "../questions/question-source";

const WHOLE = { value: "all-or-nothing", label: "All points or none" };
const credits: Partial<Record<QuestionKind, { value: string; label: string }[]>> = {
  single: [{ value: "by-option", label: "Each option earns its own share" }],
  multiple: [
    WHOLE,
    { value: "each-option", label: "Each option that is ticked or left rightly earns its part" },
    { value: "by-option", label: "Each option earns or takes its own share" },
  ],
  ordering: [WHOLE],
  matching: [WHOLE],
  gaps: [WHOLE],
};
const customary: Partial<Record<QuestionKind, string>> = {
  single: "The right option earns all points",
  multiple: "Right ticks earn a part, wrong ones take it away",
  ordering: "Steps that follow each other rightly earn a part",
  matching: "Each pair earns its part",
  gaps: "Each gap earns its part",
};

interface KindFieldsProps {
  form: TypedForm;
  kind: QuestionKind;
  bank: string;
  /** Names of the bank's pictures. */
  figures: readonly string[];
}

/** What a kind of question has beside its rows. */
export function KindFields({ form, kind, bank, figures }: KindFieldsProps) {
  switch (kind) {
    case "true-false":
      return (
        <RadioGroup
          {...field(form, "answer")}
          label="The statement is"
          inline
          options={[
            { value: "true", label: "true" },
            { value: "false", label: "false" },
          ]}
        />
      );
    case "numeric":
      return (
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <NumberField {...field(form, "numeric.value")} label="Right number" />
          <NumberField
            {...field(form, "numeric.tolerance")}
            label="Give or take"
            hint="0 for exactly this number."
          />
          <Line form={form} name="numeric.unit" label="Unit" hint="Stands beside the field. Optional." />
        </div>
      );
    case "gaps":
      return (
        <Lines
          form={form}
          name="text"
          rows={5}
          label="Text with gaps"
          hint="Write [[name]] where something is to be chosen, with a short name of your own for each gap."
        />
      );
    case "short-text":
      return <Tick form={form} name="matchCase" label="Capital letters count" />;
    case "hotspot":
      return figures.length > 0 ? (
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <SelectField
            {...field(form, "figure.file")}
            label="Picture"
            placeholder="Choose a picture"
            options={figures.map((name) => ({ value: name, label: name }))}
          />
          <Lines
            form={form}
            name="figure.alt"
            rows={2}
            label="What the picture shows, in words"
            hint="For people who cannot see it. Do not give the answer away."
          />
        </div>
      ) : (
        <p className="text-sm text-muted">
          This bank has no pictures yet.{" "}
          <Link to={`/test-office/banks/${bank}/pictures`} className="link">
            Upload one first
          </Link>
        </p>
      );
    case "free-response":
      return (
        <Line
          form={form}
          name="words"
          label="Most words that are read"
          hint="Optional."
          inputMode="numeric"
          className="w-48"
        />
      );
    case "file-response":
      return (
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <CheckboxGroup
            {...boxes(form, "files.types")}
            label="Files that are taken"
            inline
            options={RESPONSE_TYPES.map((type) => ({ value: type, label: type }))}
          />
          <Line
            form={form}
            name="files.megabytes"
            label="Up to how many megabytes"
            hint="10 where nothing is said, 25 at the most."
            inputMode="numeric"
          />
        </div>
      );
    default:
      return null;
  }
}

export function CreditField({ form, kind }: { form: TypedForm; kind: QuestionKind }) {
  const options = credits[kind];
  if (!options) return null;
  return (
    <SelectField
      {...field(form, "credit")}
      label="How it counts"
      placeholder={customary[kind] ?? ""}
      options={options}
      className="max-w-[28rem]"
    />
  );
}
