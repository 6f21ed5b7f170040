import { useState, type ReactNode } from "react";
import { TextField } from "~/ui/field";
import { readAs } from "./read-as";

interface NumberFieldProps {
  label: ReactNode;
  hint?: string;
  id?: string;
  name: string;
  errors?: readonly string[] | undefined;
  defaultValue: string;
}

/** A number of a key, which says how it is understood: on the page as sent, and at once where scripts run. */
export function NumberField({ hint, ...props }: NumberFieldProps) {
  const [typed, setTyped] = useState(props.defaultValue);
  const hints = [hint, readAs(typed)].flatMap((each) => each ?? []);
  return (
    <TextField
      {...props}
      autoComplete="off"
      inputMode="decimal"
      hint={hints.length > 0 ? hints.map((each) => each.replace(/\.?$/, ".")).join(" ") : undefined}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
