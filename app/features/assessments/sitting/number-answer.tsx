import { classNames } from "~/ui/class-names";
import { control } from "~/ui/field-parts";
import { fieldName, partName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";

/** The unit stands beside the field, or is chosen as part of the answer. */
export function NumberAnswer({ question, problem, typed }: AnswerControlProps) {
  const { position, answer, unit, units } = question;
  const [name, unitName] = [fieldName(position), partName(position, "unit")];
  const given = answer && "number" in answer ? answer : null;
  return (
    <div className="flex flex-wrap items-center gap-2.5">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        maxLength={40}
        name={name}
        defaultValue={typed?.[name] ?? given?.number ?? ""}
        aria-label={unit ? `Your answer in ${unit}` : "Your answer, a number"}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${name}-error` : undefined}
        className={classNames(control, "min-h-11 max-w-40 text-lg tabular-nums")}
      />
      {unit ? <span aria-hidden>{unit}</span> : null}
      {units ? (
        <select
          name={unitName}
          aria-label="Unit of your answer"
          defaultValue={typed?.[unitName] ?? given?.unit ?? ""}
          className={classNames(control, "min-h-11 max-w-40")}
        >
          <option value="">Unit</option>
          {units.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </select>
      ) : null}
    </div>
  );
}
