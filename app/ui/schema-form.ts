import { useForm, type DefaultValue, type SubmissionResult } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { z } from "zod";

/* Otherwise zod tries whether it may compile code, which the Content-Security-Policy refuses and reports. */
z.config({ jitless: true });

interface Options<S extends z.ZodObject> {
  id: string;
  /** What the action answered; of several forms on a page only the one that was sent takes it. */
  lastResult: SubmissionResult<string[]> | undefined;
  defaultValue?: DefaultValue<z.input<S>>;
}

/** A form checked by one schema in the browser and on the server, which keeps what was typed. */
export function useSchemaForm<S extends z.ZodObject>(
  schema: S,
  { id, lastResult, defaultValue }: Options<S>,
) {
  return useForm<z.input<S>, z.output<S>>({
    id,
    ...(defaultValue ? { defaultValue } : {}),
    lastResult: isFor(id, lastResult) ? lastResult : undefined,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldRevalidate: "onInput",
  });
}

/** A form on a page of several says which it is in a hidden field `form`. */
function isFor(id: string, result: SubmissionResult<string[]> | undefined): boolean {
  const sent = result?.initialValue?.form;
  return sent === undefined || sent === id;
}
