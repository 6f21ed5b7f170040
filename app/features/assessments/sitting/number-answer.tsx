import { useState } from "react";
import { classNames } from "~/ui/class-names";
import { control } from "~/ui/field-parts";
import { readAs } from "../questions/read-as";
import { fieldName, partName } from "./answer-form";
import type { AnswerControlProps } from "./answer-parts";

/** The unit stands beside the field, or is chosen as part of the answer. */
export function NumberAnswer({ question, problem, typed }: AnswerControlProps) {
  const { position, answer, unit, units } = question;
  const [name, unitName] = [fieldName(position), partName(position, "unit")];
  const given = answer && "number" in answer ? answer : null;
  const [number, setNumber] = useState(typed?.[name] ?? given?.number ?? "");
  const understood = readAs(number);
  const described = [understood ? `${name}-read` : "", problem ? `${name}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-center gap-2.5">
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          maxLength={40}
          name={name}
          defaultValue={number}
          onChange={(event) => setNumber(event.target.value)}
          aria-label={unit ? `Your answer in ${unit}` : "Your answer, a number"}
          aria-invalid={problem ? true : undefined}
          aria-describedby={described || undefined}
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
      <p id={`${name}-read`} role="status" className="min-h-5 text-sm text-muted tabular-nums">
        {understood}
      </p>
    </div>
  );
}
