import { SelectField } from "~/ui/field";
import { field, Line, Lines, Rows, Tick, type TypedForm } from "../authoring/typed-fields";
import { one, rowCount } from "../authoring/typed-form";
import type { Column, QuestionRows } from "./question-form";

const shapes = [
  { value: "rect", label: "Rectangle" },
  { value: "ellipse", label: "Ellipse" },
  { value: "polygon", label: "Polygon" },
];

/** The rows of a question: options, steps, pairs and the like. */
export function QuestionRowsField({ form, group }: { form: TypedForm; group: QuestionRows }) {
  const { name, title, hint, add, most, columns } = group;
  return (
    <Rows
      form={form}
      {...{ name, title, hint, add, most }}
      count={rowCount(form.typed, group)}
      row={(index) =>
        columns.map((column) => (
          <Cell key={column.name} form={form} group={name} index={index} column={column} />
        ))
      }
    />
  );
}

interface CellProps {
  form: TypedForm;
  group: string;
  index: number;
  column: Column;
}

function Cell({ form, group, index, column }: CellProps) {
  const name = `${group}.${index}.${column.name}`;
  const label = column.name === "text" ? `${column.label} ${index + 1}` : column.label;
  /* Said once: under the first row it would be read again and again. */
  const hint = index === 0 ? column.hint : undefined;
  const shared = { form, name, label, hint };
  switch (column.as) {
    case "line":
      return <Lines {...shared} rows={1} className="min-w-[min(100%,15rem)] flex-1" />;
    case "lines":
      return <Lines {...shared} className="min-w-[min(100%,18rem)] flex-1" />;
    case "short":
      return <Line {...shared} className="w-36" />;
    case "tick":
      return (
        <div className="pt-7">
          <Tick form={form} name={name} label={column.label} />
        </div>
      );
    case "pick":
      return (
        <label className="flex min-h-6 items-start gap-2.5 pt-7.5">
          <input
            type="radio"
            name="right"
            value={index}
            defaultChecked={one(form.typed, "right") === String(index)}
            className="mt-0.5 size-[1.125rem] shrink-0 accent-accent"
          />
          {column.label}
        </label>
      );
    case "shape":
      return <SelectField {...field(form, name)} label={label} options={shapes} className="w-36" />;
  }
}
